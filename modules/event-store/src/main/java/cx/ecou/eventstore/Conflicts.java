package cx.ecou.eventstore;

import cx.ecou.kernel.DomainRuleViolation;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two who change the same thing at the same moment, perhaps on two nodes: the later one looks again and decides anew, after
 * a short pause that chance chooses, so that the same two do not meet again. To be used outside of a transaction.
 */
public final class Conflicts {

    private static final int ATTEMPTS = 5;
    private static final int LONGEST_FIRST_PAUSE_MILLIS = 10;

    /** PostgreSQL gave up one of two transactions: they could not be put in an order, or waited for each other. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private Conflicts() {}

    /** As {@link #settled(Supplier, Runnable)}, where the attempt itself looks again. */
    public static <T> T settled(Supplier<T> attempt) {
        return settled(attempt, () -> {});
    }

    /**
     * The answer of the first attempt that met nobody else. Any other failure is passed on at once.
     *
     * @param lookAgain is done before each further attempt
     * @throws DomainRuleViolation {@code concurrent-change} when the fifth attempt meets somebody, too
     */
    public static <T> T settled(Supplier<T> attempt, Runnable lookAgain) {
        for (int made = 1; ; made++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (!isConflict(e)) {
                    throw e;
                }
                if (made == ATTEMPTS) {
                    throw new DomainRuleViolation("concurrent-change");
                }
                pause(made);
                lookAgain.run();
            }
        }
    }

    private static void pause(int made) {
        int longest = LONGEST_FIRST_PAUSE_MILLIS << made;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextInt(longest)));
    }

    private static boolean isConflict(RuntimeException e) {
        return Facts.isConflict(e) || wasGivenUp(e);
    }

    private static boolean wasGivenUp(@Nullable Throwable error) {
        return error != null
                && (error instanceof SQLException sql && GIVEN_UP.contains(sql.getSQLState())
                        || wasGivenUp(error.getCause()));
    }
}
