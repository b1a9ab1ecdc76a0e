package cx.ecou.provingground;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** How fast feedback comes in over HTTP, against raw inserts of the same bytes, in turns. */
final class Intake {

    private static final int ITEMS = 1_000;
    private static final int CONNECTIONS = 16;
    private static final int BATCH_THREADS = 2;

    /** Rounds before it counts: the compiler of the JVM is still at work in the first. */
    private static final int WARM_UP = 3;

    /** More than will be sent. */
    private static final int BATCHES_A_SECOND = 120;

    private final Platform platform;
    private final int rounds;
    private final Duration round;
    private final FeedbackMaker maker;

    Intake(Platform platform, long seed, int rounds, Duration round) {
        this.platform = platform;
        this.rounds = rounds;
        this.round = round;
        this.maker = new FeedbackMaker("intake", seed, Duration.ofMinutes(10));
    }

    /** Batches of 1,000 lines on two connections, all projections and reactions running. */
    Line batches() throws Exception {
        warmUp();
        double[] ours = new double[rounds];
        double[] raw = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            raw[i] = rawRound(BATCH_THREADS, ITEMS);
            ours[i] = batchRound();
        }
        return Line.ratio("batch intake over HTTP, 1,000 items a batch, 2 connections, items/s", ours, raw, 0.60);
    }

    /** Rounds that do not count. */
    void warmUp() {
        for (int i = 0; i < WARM_UP; i++) {
            batchRound();
        }
    }

    /**
     * What the platform keeps up with for good, in items a second: a flood of batches, and the time until all of it stands
     * in inbox, figures and cases.
     */
    double keptUpWith() throws Exception {
        platform.awaitProjections();
        Duration flood = round.multipliedBy(2);
        long begin = System.nanoTime();
        double accepted = Load.perSecond(BATCH_THREADS, flood, thread -> batchSender(new ConcurrentLinkedQueue<>()))
                * flood.toNanos();
        platform.awaitProjections();
        return accepted / (System.nanoTime() - begin);
    }

    /** One feedback a request, sixteen connections. */
    Line singles() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            Load.perSecond(CONNECTIONS, round, thread -> singleSender());
            // Sixteen who send leave the compiler little room.
            platform.awaitEverything();
        }
        double[] ours = new double[rounds];
        double[] raw = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            raw[i] = rawRound(CONNECTIONS, 1);
            ours[i] = Load.perSecond(CONNECTIONS, round, thread -> singleSender());
        }
        return Line.ratio("single intake over HTTP, 16 connections, items/s", ours, raw, 0.20);
    }

    /** Both sides find the platform at rest: a burst comes in when nothing is left of the last. */
    private double rawRound(int threads, int rows) throws IOException, SQLException {
        platform.awaitEverything();
        return RawInserts.perSecond(platform, "feedback.FeedbackReceived", threads, rows, round);
    }

    /** The bodies are made beforehand, as the rows of the other side are. */
    double batchRound() {
        Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < BATCHES_A_SECOND * round.toSeconds(); i++) {
            bodies.add(maker.lines(ITEMS));
        }
        return Load.perSecond(BATCH_THREADS, round, thread -> batchSender(bodies));
    }

    private Load.Worker batchSender(Queue<byte[]> bodies) throws IOException {
        Supplier<byte[]> next = () -> {
            byte[] made = bodies.poll();
            return made == null ? maker.lines(ITEMS) : made;
        };
        return platform.sender("/api/v1/feedback/batch", "application/x-ndjson", 200, next, ITEMS);
    }

    private Load.Worker singleSender() throws IOException {
        return platform.sender("/api/v1/feedback", "application/json", 201, maker::one, 1);
    }
}
