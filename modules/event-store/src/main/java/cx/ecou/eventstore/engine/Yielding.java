package cx.ecou.eventstore.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * How long those who read rest after a piece of work, so that a burst of feedback is taken in at full speed: the longer, the
 * faster events come in. Nobody waits long for that: who is a quarter of a minute behind rests no more.
 */
public final class Yielding {

    /** At so many events a second one rests as long as one works; at twice as many four times as long. */
    private static final double EQUAL_SHARES = 10_000;

    private static final double LONGEST_FACTOR = 50;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration NOT_WORTH_IT = Duration.ofMillis(2);
    private static final Duration MOST_BEHIND = Duration.ofSeconds(15);

    private final DoubleSupplier eventsPerSecond;
    private final Clock clock;

    Yielding(DoubleSupplier eventsPerSecond, Clock clock) {
        this.eventsPerSecond = eventsPerSecond;
        this.clock = clock;
    }

    /**
     * @param worked how long the work took
     * @param seen when the last event that was read was written
     */
    public Duration rest(Duration worked, Instant seen) {
        if (Duration.between(seen, clock.instant()).compareTo(MOST_BEHIND) > 0) {
            return Duration.ZERO;
        }
        double shares = eventsPerSecond.getAsDouble() / EQUAL_SHARES;
        double factor = Math.min(LONGEST_FACTOR, shares * shares);
        Duration rest = Duration.ofNanos((long) (worked.toNanos() * factor));
        if (rest.compareTo(NOT_WORTH_IT) < 0) {
            return Duration.ZERO;
        }
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
