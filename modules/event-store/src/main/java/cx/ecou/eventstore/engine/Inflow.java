package cx.ecou.eventstore.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much this node is writing, in events a second: what was written lately, the older the less. So the first transaction of a
 * burst is seen at once, and a second after its end the burst is forgotten. A transaction counts as ten events besides those
 * in it: that is what it costs at least.
 */
final class Inflow {

    private static final int TRANSACTION = 10;
    private static final double SPAN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LongSupplier nanoClock;
    private long countedAt;
    private double perSecond;

    Inflow(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.countedAt = nanoClock.getAsLong();
    }

    /** One transaction has written so many events. */
    synchronized void count(int events) {
        fade();
        perSecond += (TRANSACTION + events) * 1e9 / SPAN_NANOS;
    }

    /** Events a second, 0 when nothing is being written. */
    synchronized double perSecond() {
        fade();
        return perSecond;
    }

    private void fade() {
        long now = nanoClock.getAsLong();
        perSecond *= Math.exp((countedAt - now) / SPAN_NANOS);
        countedAt = now;
    }
}
