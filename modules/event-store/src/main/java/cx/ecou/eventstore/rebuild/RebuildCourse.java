package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Shadow;
import cx.ecou.eventstore.rebuild.ShadowWriter.NotHandled;
import cx.ecou.eventstore.rebuild.ShadowWriter.Superseded;
import cx.ecou.eventstore.rebuild.StoredHistory.Concerning;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One rebuild from wherever it stands to its end: events are loaded into the shadow until it has about caught up with the live
 * read model, then it gets its keys and indexes and what came in meanwhile, then both are switched.
 */
final class RebuildCourse {

    private static final int ATTEMPTS = 100;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Rebuild rebuild;
    private final Shadow shadow;
    private final Concerning history;
    private final Loading loading;
    private final ShadowWriter writer;
    private final ShadowIndexes indexes;
    private final ShadowTables tables;
    private final RebuildTable rebuilds;
    private final Switchover switchover;
    private final BooleanSupplier leaves;
    private long position;

    RebuildCourse(
            Rebuild rebuild,
            Shadow shadow,
            Concerning history,
            Loading loading,
            ShadowWriter writer,
            ShadowIndexes indexes,
            ShadowTables tables,
            RebuildTable rebuilds,
            Switchover switchover,
            BooleanSupplier leaves) {
        this.rebuild = rebuild;
        this.shadow = shadow;
        this.history = history;
        this.loading = loading;
        this.writer = writer;
        this.indexes = indexes;
        this.tables = tables;
        this.rebuilds = rebuilds;
        this.switchover = switchover;
        this.leaves = leaves;
        this.position = rebuild.position();
    }

    /**
     * @throws Leaving when it was asked to leave the rest to another run
     * @throws Superseded when the rebuild was called off, or another node goes on with it
     */
    void follow() throws InterruptedException {
        if (rebuild.state().isLoading()) {
            position = loading.load(this::live, this::stayOrLeave);
        }
        indexes.build(shadow, this::stayOrLeave);
        move(RebuildState.SWITCHING);
        tables.vacuum(shadow);
        switchOver();
    }

    /** Reads until the shadow contains what the live read model contains at this moment. */
    private void readOn() throws InterruptedException {
        for (long live = live(); position < live; live = live()) {
            writer.towards(live);
            try (var ahead = new ReadingAhead(history, position, live)) {
                while (position < live) {
                    stayOrLeave();
                    EventPage page = ahead.next();
                    writer.write(page);
                    position = page.end();
                }
            }
        }
    }

    private long live() {
        return switchover.live(rebuild.processingGroup());
    }

    /** Somebody may be reading for long, or an event come in that cannot be handled: then it reads on, and tries again. */
    private void switchOver() throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        for (int left = ATTEMPTS - 1; ; left--) {
            readOn();
            try {
                switchover.carryOut(rebuild, shadow, history, writer);
                return;
            } catch (RuntimeException e) {
                if (left == 0 || !(e instanceof NotHandled || RebuildTable.isLocked(e))) {
                    throw e;
                }
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void move(RebuildState to) {
        if (!rebuilds.move(rebuild.run(), to)) {
            throw new Superseded();
        }
    }

    private void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            stayOrLeave();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void stayOrLeave() {
        if (leaves.getAsBoolean()) {
            throw new Leaving();
        }
    }

    /** The node is stopping. */
    static final class Leaving extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
