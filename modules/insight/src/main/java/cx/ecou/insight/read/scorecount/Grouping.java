package cx.ecou.insight.read.scorecount;

import java.util.Optional;

/** How answers are told apart: not at all, through time, or by the members of a dimension. */
public sealed interface Grouping {

    Grouping NONE = new None();

    /** By the name in addresses: {@code none}, a span, or a dimension. */
    static Optional<Grouping> named(String name) {
        return name.equals("none")
                ? Optional.of(NONE)
                : Span.named(name)
                        .<Grouping>map(BySpan::new)
                        .or(() -> Dimension.named(name).map(ByDimension::new));
    }

    record None() implements Grouping {}

    /** Groups are keyed by {@link Span#keyOf}; a span without answers is a group, too. */
    record BySpan(Span span) implements Grouping {}

    /** Groups are keyed by member; only those with answers are groups. */
    record ByDimension(Dimension dimension) implements Grouping {}
}
