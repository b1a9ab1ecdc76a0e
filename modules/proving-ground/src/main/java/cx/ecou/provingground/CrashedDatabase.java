package cx.ecou.provingground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Crashes PostgreSQL under load and starts it again after a while; the application stays up. */
final class CrashedDatabase implements Proof {

    private static final int PROGRAMS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WRITING_AGAIN = Duration.ofSeconds(10);
    private static final Duration PROCESSORS_AGAIN = Duration.ofSeconds(30);

    private final List<Double> writing = new ArrayList<>();
    private final List<Double> processing = new ArrayList<>();

    @Override
    public Finding attempt(Ground ground) throws Exception {
        var random = new SplittableRandom(ground.seed());
        var maker = new FeedbackMaker("crashed", ground.seed(), Duration.ofHours(1));
        int crashes = ground.times(20, 2);
        try (var database = OwnDatabase.startIn(ground.folder().resolve("database"));
                var platform =
                        Platform.start(ground.program(), ground.folder().resolve("node"), database.settings(Map.of()));
                var deliveries = Deliveries.begin(maker, List.of(platform.port()), PROGRAMS, ground.seed())) {
            for (int crash = 0; crash < crashes; crash++) {
                deliveries.untilNextAnswer(PATIENCE);
                rest(random.nextInt(2_000));
                // The last of a full run stays away for longer than any pause of a pool or a processor.
                crash(database, deliveries, crash, crash == 19 ? 60_000 : random.nextInt(3_000));
            }
            deliveries.finish();
            var doubts = new Finding.Doubts()
                    .found(deliveries.wrong())
                    .expect("acknowledged", maker.made(), deliveries.acknowledged())
                    .atMost("ms until writing again", WRITING_AGAIN.toMillis(), longest(writing))
                    .atMost("ms until all processors are there", PROCESSORS_AGAIN.toMillis(), longest(processing));
            new Reckoning(platform, maker.source()).expect(maker.made(), doubts);
            return new Finding(
                    String.format(
                            Locale.ROOT,
                            "%d crashes, %,d acknowledged, %,d deliveries repeated",
                            crashes,
                            deliveries.acknowledged(),
                            deliveries.repeats()),
                    "from the start of PostgreSQL until writing "
                            + Samples.of(writing).millis() + ", until the processors have caught up "
                            + Samples.of(processing).millis(),
                    doubts.broken());
        }
    }

    private void crash(OwnDatabase database, Deliveries deliveries, int crash, int awayMillis) throws Exception {
        database.crash(crash % 2 == 0 ? "QUIT" : "KILL");
        rest(awayMillis);
        database.startAgain();
        long begin = System.nanoTime();
        writing.add((double) deliveries.untilNextAnswer(PATIENCE).toMillis());
        var processors = new Processors(database);
        processors.untilAllHaveSeen(processors.head(), PATIENCE);
        processing.add((System.nanoTime() - begin) / 1e6);
    }

    private static void rest(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static double longest(List<Double> millis) {
        return Samples.of(millis).percentile(100);
    }
}
