package cx.ecou.provingground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on several threads for a while and counts what was done. */
final class Load {

    private Load() {}

    /** One worker: it opens what it needs, and is then asked again and again. */
    interface Worker extends AutoCloseable {

        /** @return how many items were done */
        int step() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Makes the worker of one thread. */
    interface Hiring {
        Worker hire(int thread) throws Exception;
    }

    /**
     * Items a second over all threads.
     *
     * @throws IllegalStateException when a worker fails: a run with errors measures nothing
     */
    static double perSecond(int threads, Duration duration, Hiring hiring) {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.add(pool.submit(() -> work(hiring, number, end)));
            }
            long done = 0;
            for (Future<Long> worker : running) {
                done += worker.get();
            }
            return done / ((System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long work(Hiring hiring, int thread, long end) throws Exception {
        long done = 0;
        try (Worker worker = hiring.hire(thread)) {
            while (System.nanoTime() < end) {
                done += worker.step();
            }
        }
        return done;
    }
}
