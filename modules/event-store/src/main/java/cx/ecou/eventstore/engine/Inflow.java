package cx.ecou.eventstore.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much this node is writing, in events a second, as a mean over about half a second. A transaction counts as ten events
 * besides those in it: that is what it costs at least.
 */
final class Inflow {

    private static final int TRANSACTION = 10;
    private static final double SPAN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final AtomicLong written = new AtomicLong();
    private final LongSupplier nanoClock;
    private long countedAt;
    private double perSecond;

    Inflow(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.countedAt = nanoClock.getAsLong();
    }

    /** One transaction has written so many events. */
    void count(int events) {
        written.addAndGet(TRANSACTION + events);
    }

    /** Events a second, 0 when nothing is being written. */
    synchronized double perSecond() {
        long now = nanoClock.getAsLong();
        long passed = now - countedAt;
        if (passed > 0) {
            double rate = written.getAndSet(0) * 1e9 / passed;
            double weight = 1 - Math.exp(-passed / SPAN_NANOS);
            perSecond += weight * (rate - perSecond);
            countedAt = now;
        }
        return perSecond;
    }
}
