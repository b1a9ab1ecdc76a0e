package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long after the answer to a write its score stands in a KPI, while half of the maximum load comes in. */
final class Visibility {

    private static final int ITEMS = 500;
    private static final long PAUSE_MILLIS = 50;

    private final Platform platform;
    private final FeedbackMaker load;
    private final FeedbackMaker probes;

    Visibility(Platform platform, long seed) {
        this.platform = platform;
        this.load = new FeedbackMaker("visibility-load", seed, Duration.ofMinutes(10));
        this.probes = new FeedbackMaker("visibility", seed + 1, Duration.ofMinutes(10));
    }

    /** @param rate items a second that come in meanwhile */
    Line measure(double rate, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        Thread background = new Thread(() -> send(rate, end), "load");
        background.start();
        List<Double> millis = new ArrayList<>();
        try (LeanHttp http = platform.connect()) {
            while (System.nanoTime() < end) {
                millis.add(probe(http));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            }
        }
        background.join();
        Samples samples =
                Samples.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
        return new Line(
                String.format(
                        Locale.ROOT, "from a write's answer to its visibility in a KPI, %,.0f items/s coming in", rate),
                samples.millis(),
                "–",
                String.format(Locale.ROOT, "p99 %.0f ms", samples.percentile(99)),
                "p99 < 1,000 ms",
                samples.percentile(99) < 1_000);
    }

    private double probe(LeanHttp http) throws IOException {
        LeanHttp.Answer written = http.post("/api/v1/feedback", "application/json", probes.one());
        long begin = System.nanoTime();
        LeanHttp.Answer read;
        do {
            read = http.get("/api/v1/kpis/nps?source=visibility", "Ecou-After: " + written.position() + "\r\n");
        } while (read.status() == 504);
        if (read.status() != 200) {
            throw new IOException("answered " + read.status() + ": " + read.text());
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private void send(double rate, long end) {
        long interval = (long) (ITEMS / rate * 1e9);
        long next = System.nanoTime();
        try (LeanHttp http = platform.connect()) {
            while (System.nanoTime() < end) {
                http.post("/api/v1/feedback/batch", "application/x-ndjson", load.lines(ITEMS));
                next += interval;
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the load broke off", e);
        }
    }
}
