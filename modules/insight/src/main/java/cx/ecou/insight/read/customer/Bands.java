package cx.ecou.insight.read.customer;

import cx.ecou.kernel.Band;

/** How a band stands in the tables: 1, 0 or -1. */
final class Bands {

    private Bands() {}

    static int stored(Band band) {
        return switch (band) {
            case POSITIVE -> 1;
            case NEUTRAL -> 0;
            case NEGATIVE -> -1;
        };
    }
}
