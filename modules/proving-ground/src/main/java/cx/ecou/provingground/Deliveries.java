package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Programs that deliver feedback, singly and in bulk, and repeat each delivery with the same keys until it is answered, on
 * the next node when one does not answer. In the end every key that was ever made has been acknowledged.
 */
final class Deliveries implements AutoCloseable {

    private static final int[] SIZES = {1, 1, 1, 50, 500};
    private static final Pattern REJECTED = Pattern.compile("\"rejected\":[1-9]");
    private static final Duration NOT_ANSWERED = Duration.ofSeconds(15);

    /** Between two deliveries of a program. Less comes in so than the platform keeps up with: this is no flood. */
    static final Duration PAUSE = Duration.ofMillis(100);

    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final FeedbackMaker maker;
    private final List<Integer> nodes;
    private final Duration pause;
    private final List<Thread> programs = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean going = true;
    private volatile boolean givenUp;
    private volatile long answeredAt = System.nanoTime();

    private Deliveries(FeedbackMaker maker, List<Integer> nodes, Duration pause) {
        this.maker = maker;
        this.nodes = nodes;
        this.pause = pause;
    }

    /** @param nodes the ports on which nodes of the platform listen, now or later */
    static Deliveries begin(FeedbackMaker maker, List<Integer> nodes, int programs, long seed) {
        return begin(maker, nodes, programs, PAUSE, seed);
    }

    /** @param pause between two deliveries of a program */
    static Deliveries begin(FeedbackMaker maker, List<Integer> nodes, int programs, Duration pause, long seed) {
        var deliveries = new Deliveries(maker, nodes, pause);
        for (int i = 0; i < programs; i++) {
            var program = new Thread(deliveries.new Program(new SplittableRandom(seed + i), i), "program-" + i);
            program.setDaemon(true);
            deliveries.programs.add(program);
            program.start();
        }
        return deliveries;
    }

    /** How many pieces of feedback have been acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** How often a delivery had to be repeated. */
    long repeats() {
        return repeats.get();
    }

    /** From the first attempt of a delivery to its answer. */
    Samples untilAnswered() {
        return Samples.of(millis);
    }

    /** Answers that should not have been given. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Waits for the next acknowledgement; how long it took. */
    Duration untilNextAnswer(Duration atMost) throws IOException {
        long begin = System.nanoTime();
        while (answeredAt < begin) {
            if (System.nanoTime() - begin > atMost.toNanos()) {
                throw new IOException("nothing was acknowledged for " + atMost);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return Duration.ofNanos(answeredAt - begin);
    }

    /** Makes nothing new, and waits until everything that was made is acknowledged. */
    Deliveries finish() throws InterruptedException, IOException {
        going = false;
        for (Thread program : programs) {
            program.join(Duration.ofMinutes(2).toMillis());
            if (program.isAlive()) {
                throw new IOException("a delivery was not acknowledged within two minutes");
            }
        }
        return this;
    }

    @Override
    public void close() {
        going = false;
        givenUp = true;
    }

    /** One program with one connection at a time. */
    private final class Program implements Runnable {

        private final SplittableRandom random;
        private int node;
        private @Nullable LeanHttp connection;

        Program(SplittableRandom random, int firstNode) {
            this.random = random;
            this.node = firstNode;
        }

        @Override
        public void run() {
            while (going) {
                int items = SIZES[random.nextInt(SIZES.length)];
                byte[] body = items == 1 ? maker.one() : maker.lines(items);
                long begin = System.nanoTime();
                while (!delivered(body, items) && !givenUp) {
                    repeats.incrementAndGet();
                    LockSupport.parkNanos(AGAIN_NANOS);
                }
                millis.add((System.nanoTime() - begin) / 1e6);
                LockSupport.parkNanos(pause.toNanos());
            }
            hangUp();
        }

        private boolean delivered(byte[] body, int items) {
            try {
                LeanHttp http = connected();
                return acknowledged(
                        items == 1
                                ? http.post("/api/v1/feedback", "application/json", body)
                                : http.post("/api/v1/feedback/batch", "application/x-ndjson", body),
                        items);
            } catch (IOException e) {
                hangUp();
                node++;
                return false;
            }
        }

        private LeanHttp connected() throws IOException {
            LeanHttp http = connection;
            if (http == null) {
                http = new LeanHttp(nodes.get(node % nodes.size())).patience(NOT_ANSWERED);
                connection = http;
            }
            return http;
        }

        private void hangUp() {
            try (LeanHttp gone = connection) {
                connection = null;
            } catch (IOException e) {
                // It is closed, one way or the other.
            }
        }
    }

    /** What the platform refuses for good is noted, and not repeated. */
    private boolean acknowledged(LeanHttp.Answer answer, int items) {
        if (answer.status() >= 500) {
            return false;
        }
        if (answer.status() > 201 || REJECTED.matcher(answer.text()).find()) {
            wrong.add("a delivery was answered " + answer.status() + " " + answer.text());
        }
        acknowledged.addAndGet(items);
        answeredAt = System.nanoTime();
        return true;
    }
}
