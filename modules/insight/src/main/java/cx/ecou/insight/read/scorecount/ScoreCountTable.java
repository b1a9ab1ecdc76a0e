package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.ModelTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to the roll-up. Days travel as days since 1970 and values as halves: arrays of numbers cost least. */
@Component
class ScoreCountTable {

    static final ModelTable TABLE = new ModelTable("insight", "score_count").counting("answers");

    private static final String COLUMNS = " (scope_id, metric, occurred_on, recorded_on, scale, value, answers)";
    private static final int COUNT = 7;

    /** So many rows travel at once. */
    private static final int PIECE = 20_000;

    private static final String ADD = """
            insert into %s as counted
              (scope_id, metric, occurred_on, recorded_on, scale, value, answers)
            select scope_id, metric, date '1970-01-01' + occurred, date '1970-01-01' + recorded, scale, halves / 2.0, answers
              from unnest(?::int[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[], ?::bigint[])
                as row (scope_id, metric, occurred, recorded, scale, halves, answers)
            on conflict (scope_id, metric, occurred_on, recorded_on, scale, value)
            do update set answers = counted.answers + excluded.answers
            """;

    private final JdbcClient database;
    private final DataSource dataSource;

    ScoreCountTable(JdbcClient database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** Adds the counts to their rows, in the order of the rows; a copy without a key gets rows of its own for them. */
    void add(RowCounts counts) {
        if (TABLE.isLoading()) {
            load(counts);
        } else {
            merge(counts);
        }
    }

    private void load(RowCounts counts) {
        var piece = new Piece();
        counts.forEach(piece::put);
        piece.copy();
    }

    private void merge(RowCounts counts) {
        List<PackedRow> rows = new ArrayList<>(counts.size());
        List<Long> answers = new ArrayList<>(counts.size());
        counts.forEachInOrder((row, count) -> {
            rows.add(row);
            answers.add(count);
        });
        database.sql(ADD.formatted(TABLE.target()))
                .param(ints(rows, PackedRow::scope))
                .param(rows.stream().map(row -> row.metric().name()).toArray(String[]::new))
                .param(ints(rows, row -> day(row.occurredOn())))
                .param(ints(rows, row -> day(row.recordedOn())))
                .param(rows.stream().map(row -> row.scale().toString()).toArray(String[]::new))
                .param(ints(rows, PackedRow::halves))
                .param(answers.stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    private static int[] ints(List<PackedRow> rows, ToIntFunction<PackedRow> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Rows on their way into a copy without a key. */
    private final class Piece {

        private BinaryRows rows = empty();
        private int size;

        void put(PackedRow row, long answers) {
            rows.row()
                    .integer(row.scope())
                    .text(row.metric().name())
                    .day(row.occurredOn())
                    .day(row.recordedOn())
                    .text(row.scale().toString())
                    .halves(row.halves())
                    .bigint(answers);
            size++;
            if (size == PIECE) {
                copy();
            }
        }

        void copy() {
            rows.copyInto(dataSource);
            rows = empty();
            size = 0;
        }

        private static BinaryRows empty() {
            return new BinaryRows(TABLE.target() + COLUMNS, COUNT);
        }
    }
}
