package cx.ecou.insight.read.scorecount;

import cx.ecou.insight.figures.Series;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/** The key of one row of the roll-up. Its order is the order in which rows are written, by everybody. */
record ScoreCountRow(int scope, Series series, LocalDate occurredOn, LocalDate recordedOn, BigDecimal value)
        implements Comparable<ScoreCountRow> {

    private static final Comparator<ScoreCountRow> ORDER = Comparator.comparingInt(ScoreCountRow::scope)
            .thenComparing(row -> row.series.metric())
            .thenComparing(ScoreCountRow::occurredOn)
            .thenComparing(ScoreCountRow::recordedOn)
            .thenComparing(row -> row.series.scale().low())
            .thenComparing(row -> row.series.scale().high())
            .thenComparing(ScoreCountRow::value);

    static ScoreCountRow of(int scope, Counted counted) {
        return new ScoreCountRow(scope, counted.series(), counted.occurredOn(), counted.recordedOn(), counted.value());
    }

    @Override
    public int compareTo(ScoreCountRow other) {
        return ORDER.compare(this, other);
    }
}
