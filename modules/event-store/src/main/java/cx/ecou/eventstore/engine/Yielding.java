package cx.ecou.eventstore.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How long those who read rest before a piece of work, so that a burst of feedback is taken in at full speed: the longer, the
 * faster events come in, and the more of them there are, so that together they leave as much room as a few. Nobody waits long
 * for that: when the burst is over the rest is, too, and who is a quarter of a minute behind rests no more.
 */
public final class Yielding {

    /** At so many events a second a few rest as long as they work; at twice as many four times as long. */
    private static final double EQUAL_SHARES = 10_000;

    private static final double A_FEW = 4;

    /** About what two thousand events take a processor: what the next piece may be, however little the last one was. */
    private static final Duration A_PIECE = Duration.ofMillis(100);

    private static final Duration NOT_WORTH_IT = Duration.ofMillis(2);
    private static final Duration MOST_BEHIND = Duration.ofSeconds(15);

    /** How often it is looked whether the burst is over. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final DoubleSupplier eventsPerSecond;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final AtomicInteger readers = new AtomicInteger();

    Yielding(DoubleSupplier eventsPerSecond, Clock clock, LongSupplier nanoClock) {
        this.eventsPerSecond = eventsPerSecond;
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    /** One more reads from now on. */
    void joined() {
        readers.incrementAndGet();
    }

    /** One reads no more. */
    void left() {
        readers.decrementAndGet();
    }

    /** Whether those who read rest at least as long as they work. */
    boolean inBurst() {
        return eventsPerSecond.getAsDouble() >= EQUAL_SHARES;
    }

    /**
     * The rest before a piece of work, which begins now.
     *
     * @param written when the first of the events that wait was written, at the earliest
     * @param worked how long the last piece took; the next is taken to be as long
     */
    public Rest before(Instant written, Duration worked) {
        return new Rest(written, worked.compareTo(A_PIECE) < 0 ? A_PIECE : worked, nanoClock.getAsLong());
    }

    /** One rest of somebody: how long it is can be said only while it lasts. */
    public final class Rest {

        private final Instant written;
        private final Duration work;
        private final long begun;

        private Rest(Instant written, Duration work, long begun) {
            this.written = written;
            this.work = work;
            this.begun = begun;
        }

        /** For how long to rest before this is asked again; zero when the rest is over. */
        public Duration left() {
            Duration rested = Duration.ofNanos(nanoClock.getAsLong() - begun);
            Duration left = wanted().minus(rested);
            if (left.compareTo(NOT_WORTH_IT) < 0) {
                return Duration.ZERO;
            }
            return left.compareTo(LOOK) < 0 ? left : LOOK;
        }

        private Duration wanted() {
            if (Duration.between(written, clock.instant()).compareTo(MOST_BEHIND) > 0) {
                return Duration.ZERO;
            }
            double shares = eventsPerSecond.getAsDouble() / EQUAL_SHARES;
            double factor = shares * shares * Math.max(1, readers.get() / A_FEW);
            return Duration.ofNanos((long) (work.toNanos() * factor));
        }
    }
}
