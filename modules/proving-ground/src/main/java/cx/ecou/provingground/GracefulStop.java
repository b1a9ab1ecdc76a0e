package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the platform to stop (SIGTERM) under load. What was asked before is answered; what is asked afterwards is answered
 * or not even begun; nothing is recorded of which the sender did not learn.
 */
final class GracefulStop implements Proof {

    private static final int SENDERS = 4;
    private static final int READERS = 2;
    private static final int LONGEST_LIFE_MILLIS = 2_000;
    private static final Duration EXIT = Duration.ofSeconds(35);

    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong notBegun = new AtomicLong();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final List<Double> exits = new ArrayList<>();
    private volatile long stoppedAt = Long.MAX_VALUE;

    @Override
    public Finding attempt(Ground ground) throws Exception {
        int stops = ground.times(20, 2);
        var random = new SplittableRandom(ground.seed());
        var maker = new FeedbackMaker("stopped", ground.seed(), Duration.ofHours(1));
        for (int stop = 0; stop < stops; stop++) {
            stopUnderLoad(ground, maker, random.nextInt(LONGEST_LIFE_MILLIS));
        }
        var doubts = new Finding.Doubts().found(List.copyOf(failed));
        doubts.atMost("ms until the exit", EXIT.toMillis(), Samples.of(exits).percentile(100));
        try (Platform platform = Platform.start(ground.program(), ground.folder())) {
            new Reckoning(platform, maker.source()).expect(acknowledged.get(), doubts);
        }
        return new Finding(
                String.format(
                        Locale.ROOT,
                        "%d stops, %,d requests answered, %,d not begun, %d failed, %,d pieces of feedback",
                        stops,
                        answered.get(),
                        notBegun.get(),
                        failed.size(),
                        acknowledged.get()),
                "exit after " + Samples.of(exits).millis(),
                doubts.broken());
    }

    private void stopUnderLoad(Ground ground, FeedbackMaker maker, int lifeMillis) throws Exception {
        stoppedAt = Long.MAX_VALUE;
        Platform platform = Platform.start(ground.program(), ground.folder(), Map.of());
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            int items = i % 2 == 0 ? 1 : 400;
            clients.add(client(platform, maker, items));
        }
        for (int i = 0; i < READERS; i++) {
            clients.add(client(platform, maker, 0));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(lifeMillis + 200L));
        long begin = System.nanoTime();
        stoppedAt = begin;
        platform.signal("TERM");
        if (!platform.process().waitFor(60, TimeUnit.SECONDS)) {
            platform.kill();
            throw new IOException("the platform did not stop within a minute");
        }
        exits.add((System.nanoTime() - begin) / 1e6);
        for (Thread client : clients) {
            client.join();
        }
    }

    private Thread client(Platform platform, FeedbackMaker maker, int items) {
        var client = new Thread(() -> work(platform, maker, items));
        client.setDaemon(true);
        client.start();
        return client;
    }

    /** Asks again and again, on one connection, until the platform takes no more. */
    private void work(Platform platform, FeedbackMaker maker, int items) {
        long begin = System.nanoTime();
        try (LeanHttp http = platform.connect()) {
            while (true) {
                byte[] body = items == 0 ? new byte[0] : maker.lines(items);
                begin = System.nanoTime();
                LeanHttp.Answer answer = ask(http, body, items);
                if (answer.status() > 201) {
                    failed.add("answered " + answer.status() + ": " + answer.text());
                    return;
                }
                answered.incrementAndGet();
                acknowledged.addAndGet(items);
            }
        } catch (IOException e) {
            if (begin < stoppedAt) {
                failed.add("asked " + (stoppedAt - begin) / 1_000_000 + " ms before the stop, not answered: " + e);
            } else {
                notBegun.incrementAndGet();
            }
        }
    }

    private static LeanHttp.Answer ask(LeanHttp http, byte[] body, int items) throws IOException {
        return switch (items) {
            case 0 -> http.get("/api/v1/kpis/nps?groupBy=touchpoint", "");
            case 1 -> http.post("/api/v1/feedback", "application/json", body);
            default -> http.post("/api/v1/feedback/batch", "application/x-ndjson", body);
        };
    }
}
