package cx.ecou.insight.read.scorecount;

import java.util.Optional;

/** How answers are told apart: not at all, through time, by the members of a dimension, or by segments. */
public sealed interface Grouping {

    Grouping NONE = new None();

    /** By the name in addresses: {@code none}, a span, a dimension, or {@code segmentId}. */
    static Optional<Grouping> named(String name) {
        return name.equals("none")
                ? Optional.of(NONE)
                : Span.named(name)
                        .<Grouping>map(BySpan::new)
                        .or(() -> Breakdown.named(name).map(Breakdown::grouping));
    }

    record None() implements Grouping {}

    /** Groups are keyed by {@link Span#keyOf}; a span without answers is a group, too. */
    record BySpan(Span span) implements Grouping {}

    /** Groups are keyed by member; only those with answers are groups. */
    record ByDimension(Dimension dimension) implements Grouping {}

    /** Groups are keyed by the id of the segment; an answer counts in each to which its customer belonged. */
    record BySegment() implements Grouping {}
}
