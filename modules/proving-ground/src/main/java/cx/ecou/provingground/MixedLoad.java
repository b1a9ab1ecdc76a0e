package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A working day in short: batches, single pieces of feedback, people who read pages and programs that ask for figures, all
 * at once and for long. Nothing may fail, and the memory may not grow.
 */
final class MixedLoad {

    private static final int BATCH = 500;
    private static final int SINGLE_CONNECTIONS = 4;
    private static final Duration BETWEEN_SINGLES = Duration.ofMillis(50);
    private static final Duration BETWEEN_READS = Duration.ofMillis(250);
    private static final String[] PAGES = {"/dashboard", "/inbox", "/cases", "/inbox?q=delivery", "/cases?status=OPEN"};
    private static final String[] FIGURES = {
        "/api/v1/kpis/nps?groupBy=touchpoint", "/api/v1/kpis/csat?groupBy=channel", "/api/v1/kpis/nps?groupBy=month"
    };

    /** What may be kept in caches that are still filling. */
    private static final double GROWTH = 1.25;

    private final Platform platform;
    private final FeedbackMaker maker;
    private final Report report;
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private volatile long end;

    /** @param report where each kind of error is named, once */
    MixedLoad(Platform platform, long seed, Report report) {
        this.platform = platform;
        this.report = report;
        this.maker = new FeedbackMaker("mixed", seed, Duration.ofDays(90));
    }

    /** One kind of request, and how long each took. */
    private record Kind(String name, Queue<Double> millis) {

        Kind(String name) {
            this(name, new ConcurrentLinkedQueue<>());
        }
    }

    private interface Request {
        LeanHttp.Answer send(LeanHttp http, int number) throws IOException;
    }

    /**
     * Loads the platform.
     *
     * @param rate pieces of feedback a second that come in as batches
     */
    List<Line> measure(double rate, Duration duration) throws Exception {
        String session = Visitor.signsIn(platform);
        var batches = new Kind("a batch of " + BATCH);
        var singles = new Kind("a single piece of feedback");
        var pages = new Kind("a page, signed in");
        var figures = new Kind("a KPI");
        end = System.nanoTime() + duration.toNanos();
        List<Thread> clients = new ArrayList<>();
        clients.add(client(
                batches,
                platform.connect(),
                Duration.ofNanos((long) (BATCH / rate * 1e9)),
                (http, n) -> http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(BATCH))));
        for (int i = 0; i < SINGLE_CONNECTIONS; i++) {
            clients.add(client(
                    singles,
                    platform.connect(),
                    BETWEEN_SINGLES,
                    (http, n) -> http.post("/api/v1/feedback", "application/json", maker.one())));
        }
        clients.add(client(
                pages,
                new LeanHttp(platform.port(), session),
                BETWEEN_READS,
                (http, n) -> http.get(PAGES[n % PAGES.length], "")));
        clients.add(client(
                figures, platform.connect(), BETWEEN_READS, (http, n) -> http.get(FIGURES[n % FIGURES.length], "")));
        LockSupport.parkNanos(duration.toNanos() / 6);
        Memory atFirst = Memory.of(platform);
        LockSupport.parkNanos((end - System.nanoTime()) / 2);
        Memory later = Memory.of(platform);
        for (Thread client : clients) {
            client.join();
        }
        Memory atLast = Memory.of(platform);
        return lines(rate, duration, List.of(batches, singles, pages, figures), List.of(atFirst, later, atLast));
    }

    private Thread client(Kind kind, LeanHttp http, Duration interval, Request request) {
        var client = new Thread(() -> work(kind, http, interval, request), kind.name());
        client.start();
        return client;
    }

    /** At a beat of its own; who is late does not wait, but does not catch up either. */
    private void work(Kind kind, LeanHttp connection, Duration interval, Request request) {
        try (LeanHttp http = connection) {
            long next = System.nanoTime();
            for (int number = 0; System.nanoTime() < end; number++) {
                long begin = System.nanoTime();
                LeanHttp.Answer answer = request.send(http, number);
                kind.millis().add((System.nanoTime() - begin) / 1e6);
                if (answer.status() > 201) {
                    errors.add(kind.name() + " was answered " + answer.status());
                }
                next = Math.max(next + interval.toNanos(), System.nanoTime() - interval.toNanos());
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
        } catch (IOException e) {
            errors.add(kind.name() + " broke off: " + e);
        }
    }

    private List<Line> lines(double rate, Duration duration, List<Kind> kinds, List<Memory> memory) {
        errors.stream().distinct().forEach(report::say);
        List<Line> lines = new ArrayList<>();
        String work = String.format(
                Locale.ROOT, "%d min of mixed traffic, %,.0f items/s coming in", duration.toMinutes(), rate);
        lines.add(new Line(
                work + ": errors",
                String.valueOf(errors.size()),
                "–",
                errors.size() + " errors",
                "0",
                errors.isEmpty()));
        for (Kind kind : kinds) {
            lines.add(new Line(
                    kind.name() + " meanwhile", Samples.of(kind.millis()).millis(), "–", "", "a figure", true));
        }
        double first = memory.get(0).heap();
        double last = memory.get(2).heap();
        double firstRss = memory.get(0).rss();
        double lastRss = memory.get(2).rss();
        lines.add(new Line(
                "memory after a sixth, in the middle, at the end",
                "heap after GC " + Memory.megabytes(memory, Memory::heap),
                "resident " + Memory.megabytes(memory, Memory::rss),
                String.format(Locale.ROOT, "× %.2f and × %.2f", last / first, lastRss / firstRss),
                "≤ 1.25 ×",
                last <= GROWTH * first && lastRss <= GROWTH * firstRss));
        return lines;
    }
}
