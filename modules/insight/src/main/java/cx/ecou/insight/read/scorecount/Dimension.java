package cx.ecou.insight.read.scorecount;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what answers can be told apart. */
public enum Dimension implements Breakdown {
    TOUCHPOINT,
    CHANNEL,
    PRODUCT,
    REGION,
    SEGMENT,
    SOURCE,
    KIND;

    /** The member to which feedback belongs that does not say. */
    public static final String NOT_STATED = "";

    /** By the name in addresses: {@code touchpoint}. */
    public static Optional<Dimension> named(String name) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key().equals(name))
                .findFirst();
    }

    /** Its name in addresses, and the name of its column. */
    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Grouping grouping() {
        return new Grouping.ByDimension(this);
    }
}
