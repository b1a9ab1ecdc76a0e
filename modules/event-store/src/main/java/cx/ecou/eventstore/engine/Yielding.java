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

    /** So much work may come that nobody has seen yet, up to so many events a second; the faster they come, the more of them wait. */
    private static final Duration A_PIECE = Duration.ofMillis(20);

    private static final double TO_BE_A_PIECE = 20_000;

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

    /** The turns of one reader, who has not worked yet. */
    public Turns turns() {
        return new Turns();
    }

    /** Work and rest of one reader, in turns. */
    public final class Turns {

        private Duration work = Duration.ZERO;
        private long ended = nanoClock.getAsLong();

        /** A piece of work took so long, and has ended now. */
        public void worked(Duration time) {
            work = time;
            ended = nanoClock.getAsLong();
        }

        /**
         * The rest before the next piece of work: what is left of that for the last one, whoever has waited meanwhile has rested; and
         * for what may have come now.
         *
         * @param written when the first of the events that wait was written, at the earliest
         */
        public Rest restBefore(Instant written) {
            return new Rest(written, work, ended, nanoClock.getAsLong());
        }
    }

    /** One rest of somebody: how long it is can be said only while it lasts. */
    public final class Rest {

        private final Instant written;
        private final Duration work;
        private final long ended;
        private final long begun;

        private Rest(Instant written, Duration work, long ended, long begun) {
            this.written = written;
            this.work = work;
            this.ended = ended;
            this.begun = begun;
        }

        /** For how long to rest before this is asked again; zero when the rest is over. */
        public Duration left() {
            double perSecond = eventsPerSecond.getAsDouble();
            double factor = factor(perSecond);
            Duration left = longer(left(work, factor, ended), left(A_PIECE, pieces(perSecond) * factor, begun));
            if (left.compareTo(NOT_WORTH_IT) < 0) {
                return Duration.ZERO;
            }
            return left.compareTo(LOOK) < 0 ? left : LOOK;
        }

        private Duration left(Duration work, double factor, long since) {
            return Duration.ofNanos((long) (work.toNanos() * factor) - (nanoClock.getAsLong() - since));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static double pieces(double perSecond) {
            double shares = Math.max(1, perSecond / TO_BE_A_PIECE);
            return shares * shares;
        }

        private double factor(double perSecond) {
            if (Duration.between(written, clock.instant()).compareTo(MOST_BEHIND) > 0) {
                return 0;
            }
            double shares = perSecond / EQUAL_SHARES;
            return shares * shares * Math.max(1, readers.get() / A_FEW);
        }
    }
}
