package cx.ecou.segment.read.portrait;

import cx.ecou.kernel.Band;

/** Bands as the table keeps them: the better, the greater. */
final class Bands {

    private Bands() {}

    static int number(Band band) {
        return switch (band) {
            case POSITIVE -> 1;
            case NEUTRAL -> 0;
            case NEGATIVE -> -1;
        };
    }
}
