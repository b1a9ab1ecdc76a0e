package cx.ecou.provingground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills the application while feedback comes in, every second time its PostgreSQL as well, and starts it again. The
 * programs repeat what was not answered. A kill falls anywhere within the first seconds after a start.
 */
final class KilledApplication implements Proof {

    private static final int PROGRAMS = 4;
    private static final int LONGEST_LIFE_MILLIS = 2_000;

    @Override
    public Finding attempt(Ground ground) throws Exception {
        int kills = ground.times(50, 3);
        var random = new SplittableRandom(ground.seed());
        var maker = new FeedbackMaker("killed", ground.seed(), Duration.ofHours(1));
        var port = Map.of("SERVER_PORT", String.valueOf(Platform.freePort()));
        List<Double> starts = new ArrayList<>();
        Platform platform = Platform.start(ground.program(), ground.folder(), port);
        try (var deliveries = Deliveries.begin(maker, List.of(platform.port()), PROGRAMS, ground.seed())) {
            for (int kill = 0; kill < kills; kill++) {
                deliveries.untilNextAnswer(Duration.ofSeconds(30));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LIFE_MILLIS)));
                kill(platform, kill % 2 == 1);
                platform = Platform.start(ground.program(), ground.folder(), port);
                starts.add((double) platform.startTime().toMillis());
            }
            long enough = ground.times(100_000, 0);
            while (deliveries.acknowledged() < enough) {
                deliveries.untilNextAnswer(Duration.ofSeconds(30));
            }
            deliveries.finish();
            var doubts = new Finding.Doubts().found(deliveries.wrong());
            new Reckoning(platform, maker.source()).expect(maker.made(), doubts);
            doubts.expect("acknowledged", maker.made(), deliveries.acknowledged());
            // Programs ask ten times a second: who was killed is missed, every time and by each of them.
            doubts.atLeast("deliveries repeated", (double) kills * PROGRAMS, deliveries.repeats());
            return new Finding(
                    String.format(
                            Locale.ROOT,
                            "%d kills, %,d acknowledged, %,d deliveries repeated",
                            kills,
                            deliveries.acknowledged(),
                            deliveries.repeats()),
                    "start after a kill " + Samples.of(starts).millis(),
                    doubts.broken());
        } finally {
            platform.close();
        }
    }

    private static void kill(Platform platform, boolean databaseToo) throws Exception {
        platform.kill();
        if (databaseToo) {
            ProcessHandle database = platform.postmaster().orElseThrow();
            database.destroyForcibly();
            database.onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
