package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.ModelTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to the roll-up. Days travel as days since 1970 and values as halves: arrays of numbers cost least. */
@Component
class ScoreCountTable {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    static final ModelTable TABLE = new ModelTable("insight", "score_count");

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

    ScoreCountTable(JdbcClient database) {
        this.database = database;
    }

    /** Adds the counts to their rows, in the order of the rows. */
    void add(SortedMap<ScoreCountRow, Long> counts) {
        Set<ScoreCountRow> rows = counts.keySet();
        database.sql(ADD.formatted(TABLE.target()))
                .param(ints(rows, ScoreCountRow::scope))
                .param(rows.stream().map(row -> row.series().metric().name()).toArray(String[]::new))
                .param(ints(rows, row -> day(row.occurredOn())))
                .param(ints(rows, row -> day(row.recordedOn())))
                .param(rows.stream().map(row -> row.series().scale().toString()).toArray(String[]::new))
                .param(ints(rows, row -> row.value().multiply(TWO).intValueExact()))
                .param(counts.values().stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    private static int[] ints(Set<ScoreCountRow> rows, ToIntFunction<ScoreCountRow> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
