package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.Shadow;
import cx.ecou.eventstore.rebuild.ShadowWriter.NotHandled;
import cx.ecou.eventstore.rebuild.ShadowWriter.Superseded;
import cx.ecou.eventstore.rebuild.StoredHistory.Concerning;
import java.util.function.LongSupplier;
import org.springframework.transaction.support.TransactionOperations;

/** Fills a shadow with what has happened until now, before it gets the keys that come last. */
final class Loading {

    /** So few positions may be missing in the end: they are read when the keys are there. */
    private static final long FEW = 50_000;

    private final Rebuild rebuild;
    private final Shadow shadow;
    private final Concerning history;
    private final ShadowWriter writer;
    private final Strides strides;
    private final ShadowTables tables;
    private final RebuildTable rebuilds;
    private final TransactionOperations transaction;
    private long position;
    private boolean together;
    private int written;

    Loading(
            Rebuild rebuild,
            Shadow shadow,
            Concerning history,
            ShadowWriter writer,
            Strides strides,
            ShadowTables tables,
            RebuildTable rebuilds,
            TransactionOperations transaction) {
        this.rebuild = rebuild;
        this.shadow = shadow;
        this.history = history;
        this.writer = writer;
        this.strides = strides;
        this.tables = tables;
        this.rebuilds = rebuilds;
        this.transaction = transaction;
        this.position = rebuild.position();
        this.together = shadow.model().gathers();
    }

    /**
     * @param live says how far the live read model has come
     * @param stayOrLeave asked before each transaction
     * @return how far the shadow has come
     * @throws Superseded when the rebuild was called off, or another node goes on with it
     */
    long load(LongSupplier live, Runnable stayOrLeave) throws InterruptedException {
        long goal = live.getAsLong();
        while (position < goal) {
            read(goal, stayOrLeave);
            goal = position < goal || live.getAsLong() - position > FEW ? live.getAsLong() : goal;
        }
        finish();
        return position;
    }

    private void read(long goal, Runnable stayOrLeave) throws InterruptedException {
        writer.towards(goal);
        try (var ahead = new ReadingAhead(history, position, goal)) {
            while (position < goal) {
                stayOrLeave.run();
                write(ahead);
                written++;
            }
        } catch (NotHandled e) {
            if (!together || Failure.of(e).passing()) {
                throw e;
            }
            // Page by page everything before the event is written, and the event is named.
            together = false;
        }
    }

    private void write(ReadingAhead ahead) throws InterruptedException {
        EventPage page = ahead.next();
        if (together) {
            position = strides.write(page, ahead::next);
        } else {
            writer.write(page);
            position = page.end();
        }
    }

    /** What was written at once has no key twice. */
    private void finish() {
        transaction.executeWithoutResult(status -> {
            if (!rebuilds.move(rebuild.run(), RebuildState.INDEXING)) {
                throw new Superseded();
            }
            if (written > 1 || rebuild.position() > 0) {
                tables.addUp(shadow);
            }
        });
    }
}
