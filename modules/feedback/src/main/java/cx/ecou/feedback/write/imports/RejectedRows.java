package cx.ecou.feedback.write.imports;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.RowReading;
import cx.ecou.feedback.write.intake.NewFeedback;
import cx.ecou.feedback.write.intake.Receipt;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    private final DataKeys keys;

    RejectedRows(JdbcTemplate jdbc, DataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** A row with the reasons that the intake gave, each with the column where it lies. */
    static RejectedRow of(Row row, NewFeedback delivered, Receipt receipt, RowReading reading) {
        return new RejectedRow(
                row.number(),
                subject(delivered),
                problems(receipt).stream()
                        .map(problem -> new FieldProblem(
                                reading.columnOf(row, problem.field()), problem.code(), problem.message()))
                        .toList(),
                row.cells().stream().map(RejectedRows::storable).toList());
    }

    private static @Nullable UUID subject(NewFeedback delivered) {
        String source = delivered.source();
        String ref = delivered.customerRef();
        return source == null || ref == null || ref.isBlank()
                ? null
                : CustomerSeen.subjectOf(source.strip(), ref.strip());
    }

    private static List<FieldProblem> problems(Receipt receipt) {
        return receipt instanceof Receipt.Rejected rejected ? rejected.problems() : List.of(CONFLICT);
    }

    /** In the transaction of the caller; of whoever is erased the reasons only. */
    void add(UUID importId, List<RejectedRow> rows) {
        Set<UUID> erased = erased(rows);
        List<RejectedRow> kept = rows.stream()
                .map(row -> row.subjectId() != null && erased.contains(row.subjectId()) ? row.withoutCells() : row)
                .toList();
        jdbc.batchUpdate("""
                insert into feedback.import_rejected (import_id, row_number, subject_id, problems, cells)
                values (?, ?, ?, ?, ?) on conflict do nothing""", kept, LIST, (statement, row) -> {
            statement.setObject(1, importId);
            statement.setLong(2, row.number());
            statement.setObject(3, row.subjectId());
            statement.setString(4, JsonMapper.shared().writeValueAsString(row.problems()));
            statement.setArray(
                    5,
                    statement.getConnection().createArrayOf("text", row.cells().toArray()));
        });
    }

    private Set<UUID> erased(List<RejectedRow> rows) {
        List<UUID> subjects = rows.stream()
                .map(RejectedRow::subjectId)
                .filter(Objects::nonNull)
                .toList();
        return subjects.isEmpty() ? Set.of() : keys.destroyedAmong(subjects);
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
                select row_number, subject_id, problems, cells from feedback.import_rejected
                where import_id = ? and row_number > ? order by row_number limit ?""",
                (row, n) -> new RejectedRow(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        JsonMapper.shared().readValue(row.getString(3), PROBLEMS),
                        List.of((String[]) row.getArray(4).getArray())),
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
