package cx.ecou.insight.read.scorecount;

import cx.ecou.kernel.Metric;
import java.time.LocalDate;

/**
 * Which answers are asked for, and how they are to be told apart.
 *
 * @param from first reporting day of occurrence
 * @param to last one, included
 */
public record ScoreQuestion(Metric metric, LocalDate from, LocalDate to, Filters filters, Grouping grouping) {

    /** Whether it matters who answered. */
    public boolean concernsSegments() {
        return grouping instanceof Grouping.BySegment || !filters.segments().isEmpty();
    }

    /** The same, with nothing told apart. */
    ScoreQuestion together() {
        return new ScoreQuestion(metric, from, to, filters, Grouping.NONE);
    }

    boolean admits(Counted counted) {
        return counted.series().metric() == metric
                && !counted.occurredOn().isBefore(from)
                && !counted.occurredOn().isAfter(to)
                && filters.admit(counted.circumstances());
    }

    /** The group to which an answer belongs. */
    String groupOf(Counted counted) {
        if (grouping instanceof Grouping.BySpan by) {
            return by.span().keyOf(by.span().startOf(counted.occurredOn()));
        }
        return grouping instanceof Grouping.ByDimension by
                ? counted.circumstances().in(by.dimension())
                : "";
    }
}
