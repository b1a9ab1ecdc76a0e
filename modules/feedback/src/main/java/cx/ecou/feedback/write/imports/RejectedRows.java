package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.RowReading;
import cx.ecou.feedback.write.intake.Receipt;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports that were not recorded, with the reasons. */
@Component
public class RejectedRows {

    /** So many are kept of one import; all are counted. */
    public static final int KEPT = 100_000;

    private static final int LONGEST_CELL = 1_000;
    private static final int LIST = 500;
    private static final TypeReference<List<FieldProblem>> PROBLEMS = new TypeReference<>() {};
    private static final FieldProblem CONFLICT = new FieldProblem(
            "externalId", "conflicting-repeat", "Under this source and externalId other content is recorded.");

    private final JdbcTemplate jdbc;

    RejectedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with the reasons that the intake gave, each with the column where it lies. */
    static RejectedRow of(Row row, Receipt receipt, RowReading reading) {
        return new RejectedRow(
                row.number(),
                problems(receipt).stream()
                        .map(problem -> new FieldProblem(
                                reading.columnOf(row, problem.field()), problem.code(), problem.message()))
                        .toList(),
                row.cells().stream().map(RejectedRows::storable).toList());
    }

    private static List<FieldProblem> problems(Receipt receipt) {
        return receipt instanceof Receipt.Rejected rejected ? rejected.problems() : List.of(CONFLICT);
    }

    void add(UUID importId, List<RejectedRow> rows) {
        jdbc.batchUpdate("""
                insert into feedback.import_rejected (import_id, row_number, problems, cells)
                values (?, ?, ?, ?) on conflict do nothing""", rows, LIST, (statement, row) -> {
            statement.setObject(1, importId);
            statement.setLong(2, row.number());
            statement.setString(3, JsonMapper.shared().writeValueAsString(row.problems()));
            statement.setArray(
                    4,
                    statement.getConnection().createArrayOf("text", row.cells().toArray()));
        });
    }

    void delete(UUID importId) {
        jdbc.update("delete from feedback.import_rejected where import_id = ?", importId);
    }

    /** The first rejected rows, by their place in the file. */
    public List<RejectedRow> first(UUID importId, int most) {
        return page(importId, 0, most);
    }

    /** All rejected rows that are kept, by their place in the file. */
    public void forEach(UUID importId, Consumer<RejectedRow> consumer) {
        List<RejectedRow> page = page(importId, 0, LIST);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = page(importId, page.get(page.size() - 1).number(), LIST);
        }
    }

    private List<RejectedRow> page(UUID importId, long after, int most) {
        return jdbc.query(
                """
                select row_number, problems, cells from feedback.import_rejected
                where import_id = ? and row_number > ? order by row_number limit ?""",
                (row, n) -> new RejectedRow(
                        row.getLong(1), JsonMapper.shared().readValue(row.getString(2), PROBLEMS), List.of((String[])
                                row.getArray(3).getArray())),
                importId,
                after,
                most);
    }

    /** PostgreSQL stores no NUL and no half characters. */
    private static String storable(String cell) {
        String shortened = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
        return shortened.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    }
}
