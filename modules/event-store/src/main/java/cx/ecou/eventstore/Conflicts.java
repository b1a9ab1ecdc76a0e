package cx.ecou.eventstore;

import java.util.function.Supplier;

/**
 * Two who change the same aggregate at the same moment, perhaps on two nodes: the later one looks again and decides anew.
 * To be used outside of a transaction.
 */
public final class Conflicts {

    private static final int ATTEMPTS = 5;

    private Conflicts() {}

    /**
     * The answer of the first attempt that met nobody else. Any other failure is passed on at once, and so is the conflict
     * of the fifth attempt.
     */
    public static <T> T settled(Supplier<T> attempt) {
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (left == 0 || !Facts.isConflict(e)) {
                    throw e;
                }
            }
        }
    }
}
