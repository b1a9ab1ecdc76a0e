package cx.ecou.insight.read.scorecount;

import java.util.Optional;
import java.util.stream.Stream;

/** By what figures can be broken down: by what feedback states, or by the segments of whoever said it. */
public sealed interface Breakdown permits Dimension, Belonging {

    /** All of them, in the order in which they are offered. */
    static Stream<Breakdown> all() {
        return Stream.concat(Stream.of(Dimension.values()), Stream.of(Belonging.values()));
    }

    /** By the name in addresses: {@code touchpoint}, {@code segmentId}. */
    static Optional<Breakdown> named(String name) {
        return all().filter(known -> known.key().equals(name)).findFirst();
    }

    /** Its name in addresses. */
    String key();

    Grouping grouping();
}
