package cx.ecou.provingground;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** The KPI question of the dashboard, twelve months by month, over little and over much feedback. */
final class KpiQuery {

    private static final int ITEMS = 5_000;
    private static final int WARM_UP = 300;
    private static final int QUESTIONS = 500;

    private final Platform platform;
    private final FeedbackMaker maker;
    private long sent;

    KpiQuery(Platform platform, long seed) {
        this.platform = platform;
        this.maker = new FeedbackMaker("history", seed, Duration.ofDays(360));
    }

    /**
     * @param few how much feedback there is at first
     * @param many how much there is in the end
     */
    Line measure(long few, long many) throws IOException, SQLException {
        fill(few);
        Samples small = ask();
        fill(many);
        Samples large = ask();
        double ratio = large.percentile(95) / small.percentile(95);
        return new Line(
                String.format(Locale.ROOT, "KPI query, 12 months by month, at %,d pieces of feedback", many),
                large.millis(),
                String.format(Locale.ROOT, "at %,d: %s", few, small.millis()),
                String.format(Locale.ROOT, "p95 %.1f ms, ratio %.2f", large.percentile(95), ratio),
                "p95 ≤ 60 ms and ≤ 1.5 ×",
                large.percentile(95) <= 60 && ratio <= 1.5);
    }

    private void fill(long target) throws IOException, SQLException {
        try (LeanHttp http = platform.connect()) {
            for (; sent < target; sent += ITEMS) {
                LeanHttp.Answer answer =
                        http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(ITEMS));
                if (answer.status() != 200) {
                    throw new IOException("answered " + answer.status() + ": " + answer.text());
                }
            }
        }
        platform.awaitProjections();
    }

    private Samples ask() throws IOException {
        String path = "/api/v1/kpis/nps?from=" + LocalDate.now().minusMonths(12).plusDays(1) + "&to=" + LocalDate.now()
                + "&groupBy=month";
        double[] millis = new double[QUESTIONS];
        try (LeanHttp http = platform.connect()) {
            for (int i = -WARM_UP; i < QUESTIONS; i++) {
                long begin = System.nanoTime();
                LeanHttp.Answer answer = http.get(path, "");
                if (answer.status() != 200) {
                    throw new IOException("answered " + answer.status() + ": " + answer.text());
                }
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
        }
        return Samples.of(millis);
    }
}
