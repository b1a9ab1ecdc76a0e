package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.rebuild.StoredHistory.Concerning;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads and parses the next pages on a thread of its own while the one before them is being handled. */
final class ReadingAhead implements AutoCloseable {

    private static final int PAGES = 2;
    private static final long LOOK_SECONDS = 1;

    /** A page, or why there is none. */
    private record Read(@Nullable EventPage page, @Nullable Throwable failure) {}

    private final Concerning history;
    private final long upTo;
    private final BlockingQueue<Read> pages = new ArrayBlockingQueue<>(PAGES);
    private volatile boolean closed;

    /** Begins to read behind a position, and ends with another one. */
    ReadingAhead(Concerning history, long position, long upTo) {
        this.history = history;
        this.upTo = upTo;
        var thread = new Thread(() -> read(position), "ecou-rebuild-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(long position) {
        try {
            long after = position;
            while (after < upTo && !closed) {
                EventPage page = history.after(after, upTo);
                put(new Read(page, null));
                after = page.end();
            }
        } catch (RuntimeException | Error e) {
            put(new Read(null, e)); // without a word the other thread would wait for ever
        }
    }

    private void put(Read read) {
        try {
            while (!closed && !pages.offer(read, LOOK_SECONDS, TimeUnit.SECONDS)) {
                // Whoever handles them is slower.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** The next page. To be asked only as long as the end is not reached. */
    EventPage next() throws InterruptedException {
        Read read = pages.take();
        if (read.failure() instanceof Error error) {
            throw error;
        }
        if (read.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        return Objects.requireNonNull(read.page());
    }

    @Override
    public void close() {
        closed = true;
        pages.clear();
    }
}
