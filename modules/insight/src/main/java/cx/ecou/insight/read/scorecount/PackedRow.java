package cx.ecou.insight.read.scorecount;

import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The key of one row of the roll-up in two numbers, of which a million cost little. Everybody writes rows in their order.
 *
 * @param first of what is counted: 32 bits for the scope, 2 for the metric, 7 each for the ends of the scale, 8 for the halves
 * @param second of when: 32 bits each for the day it happened and the day we learned of it
 */
record PackedRow(long first, long second) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Metric[] METRICS = Metric.values();
    private static final int OCCURRED = 32;
    private static final int SCOPE = 32;
    private static final int METRIC = 22;
    private static final int LOW = 15;
    private static final int HIGH = 8;
    private static final int MOST_HALVES = 0xff;
    private static final int MOST_BOXES = 0x7f;

    /** What {@link #first} says beside the scope. */
    static long answer(Series series, BigDecimal value) {
        return (long) series.metric().ordinal() << METRIC
                | (long) series.scale().low() << LOW
                | (long) series.scale().high() << HIGH
                | halves(value);
    }

    /** A score as a whole number: twice of it. */
    static int halves(BigDecimal value) {
        return value.multiply(TWO).intValueExact();
    }

    static long first(int scope, long answer) {
        return (long) scope << SCOPE | answer;
    }

    static long second(LocalDate occurredOn, LocalDate recordedOn) {
        return occurredOn.toEpochDay() << OCCURRED | Integer.toUnsignedLong(Math.toIntExact(recordedOn.toEpochDay()));
    }

    int scope() {
        return (int) (first >> SCOPE);
    }

    Metric metric() {
        return METRICS[(int) (first >> METRIC) & 0x3];
    }

    Scale scale() {
        return new Scale((int) (first >> LOW) & MOST_BOXES, (int) (first >> HIGH) & MOST_BOXES);
    }

    /** Twice the value. */
    int halves() {
        return (int) first & MOST_HALVES;
    }

    LocalDate occurredOn() {
        return LocalDate.ofEpochDay(second >> OCCURRED);
    }

    LocalDate recordedOn() {
        return LocalDate.ofEpochDay((int) second);
    }
}
