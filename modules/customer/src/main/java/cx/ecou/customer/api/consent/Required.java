package cx.ecou.customer.api.consent;

import cx.ecou.webshell.problems.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a statement cannot be without. */
final class Required {

    /** How far a caller's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private Required() {}

    static <T> T of(String field, @Nullable T value) {
        if (value == null) {
            throw InvalidInput.of(field, "required", "This is required.");
        }
        return value;
    }

    /** A moment that is over, as far as two clocks can agree on it. */
    static void past(String field, Instant at, Clock clock) {
        if (at.isAfter(clock.instant().plus(AHEAD))) {
            throw InvalidInput.of(field, "in-the-future", "Nothing can have been said at a time to come.");
        }
    }
}
