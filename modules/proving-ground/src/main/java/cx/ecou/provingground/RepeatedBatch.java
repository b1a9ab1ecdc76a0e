package cx.ecou.provingground;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the same batch many times at once: each piece of it is recorded once, and every sender is told so. */
final class RepeatedBatch implements Proof {

    private static final int ITEMS = 5_000;
    private static final int SENDERS = 10;
    private static final Pattern COUNTS =
            Pattern.compile("\"accepted\":(\\d+),\"repeated\":(\\d+),\"rejected\":(\\d+)");

    @Override
    public Finding attempt(Ground ground) throws Exception {
        var maker = new FeedbackMaker("repeated", ground.seed(), Duration.ofHours(1));
        var doubts = new Finding.Doubts();
        List<Double> millis = new ArrayList<>();
        int rounds = ground.times(10, 2);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (Platform platform = Platform.start(ground.program(), ground.folder())) {
            for (int round = 0; round < rounds; round++) {
                millis.addAll(round(platform, maker.lines(ITEMS), senders, doubts));
            }
            new Reckoning(platform, maker.source()).expect(maker.made(), doubts);
        } finally {
            senders.shutdownNow();
        }
        return new Finding(
                String.format(Locale.ROOT, "%d batches of %,d, each sent %d times at once", rounds, ITEMS, SENDERS),
                "answered " + Samples.of(millis).millis(),
                doubts.broken());
    }

    private static List<Double> round(Platform platform, byte[] batch, ExecutorService senders, Finding.Doubts doubts)
            throws Exception {
        List<Double> millis = new ArrayList<>();
        long accepted = 0;
        for (Future<Sent> answered : senders.invokeAll(sendings(platform, batch))) {
            Sent sent = answered.get();
            Matcher counts = COUNTS.matcher(sent.answer().text());
            doubts.expect("status", 200, sent.answer().status());
            if (counts.find()) {
                accepted += Long.parseLong(counts.group(1));
                doubts.expect(
                        "accepted and repeated",
                        (long) ITEMS,
                        Long.parseLong(counts.group(1)) + Long.parseLong(counts.group(2)));
            }
            millis.add(sent.millis());
        }
        doubts.expect("accepted in all answers together", (long) ITEMS, accepted);
        return millis;
    }

    /** The first half send it as it is, the others each in an order of their own: so they meet in the middle. */
    private static List<Callable<Sent>> sendings(Platform platform, byte[] batch) {
        List<String> lines = new ArrayList<>(
                new String(batch, StandardCharsets.UTF_8).lines().toList());
        List<Callable<Sent>> sendings = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            if (sender >= SENDERS / 2) {
                Collections.rotate(lines, ITEMS / SENDERS);
                Collections.swap(lines, sender, ITEMS - 1 - sender);
            }
            byte[] own = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            sendings.add(() -> send(platform, own));
        }
        return sendings;
    }

    private record Sent(LeanHttp.Answer answer, double millis) {}

    private static Sent send(Platform platform, byte[] batch) throws Exception {
        long begin = System.nanoTime();
        try (LeanHttp http = platform.connect()) {
            LeanHttp.Answer answer = http.post("/api/v1/feedback/batch", "application/x-ndjson", batch);
            return new Sent(answer, (System.nanoTime() - begin) / 1e6);
        }
    }
}
