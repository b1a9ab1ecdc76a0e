package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Watches with whom the application and its PostgreSQL speak, from the start of the process on and while it works. */
final class NoPhoneHome implements Proof {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(5);

    @Override
    public Finding attempt(Ground ground) throws Exception {
        Duration watched = Duration.ofSeconds(ground.times(60, 12));
        var maker = new FeedbackMaker("watched", ground.seed(), Duration.ofHours(1));
        Set<String> spokenWith = new TreeSet<>();
        long looks = 0;
        long begin = 0;
        Platform platform = Platform.launch(ground.program(), ground.folder(), Map.of());
        try (var deliveries = Deliveries.begin(maker, List.of(platform.port()), 1, ground.seed())) {
            while (begin == 0 || System.nanoTime() - begin < watched.toNanos()) {
                if (begin == 0 && deliveries.acknowledged() > 0) {
                    begin = System.nanoTime();
                }
                if (!platform.process().isAlive()) {
                    throw new IOException("the platform ended by itself");
                }
                spokenWith.addAll(Sockets.outbound(everyProcess(platform)));
                looks++;
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            var doubts = new Finding.Doubts().expect("outbound connections", Set.of(), spokenWith);
            // They speak with each other: who does not see that sees nothing.
            doubts.atLeast(
                    "connections of the application seen",
                    1,
                    Sockets.within(familyOf(platform.process().toHandle())));
            doubts.atLeast(
                    "connections of PostgreSQL seen",
                    1,
                    Sockets.within(familyOf(platform.postmaster().orElseThrow())));
            deliveries.finish();
            return new Finding(
                    String.format(
                            Locale.ROOT,
                            "the start and %d s, %,d looks, %d outbound, %,d pieces of feedback taken in",
                            watched.toSeconds(),
                            looks,
                            spokenWith.size(),
                            deliveries.acknowledged()),
                    "answered " + deliveries.untilAnswered().millis(),
                    doubts.broken());
        } finally {
            platform.awaitAnswer().close();
        }
    }

    private static List<ProcessHandle> everyProcess(Platform platform) throws IOException {
        List<ProcessHandle> all = new ArrayList<>(familyOf(platform.process().toHandle()));
        platform.postmaster().map(NoPhoneHome::familyOf).ifPresent(all::addAll);
        return all;
    }

    private static List<ProcessHandle> familyOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }
}
