package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills the node on which all processors work, later freezes the one that took over and thaws it again, while feedback
 * comes in. Another takes over in time, nothing is done twice, and what the thawed one was about to do is refused.
 */
final class DeadOrFrozenNode implements Proof {

    private static final int PROGRAMS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REFUSED = "another node has taken over";

    private final List<Double> takeovers = new ArrayList<>();
    private final List<Double> caughtUp = new ArrayList<>();
    private int refusals;

    @Override
    public Finding attempt(Ground ground) throws Exception {
        var maker = new FeedbackMaker("nodes", ground.seed(), Duration.ofHours(1));
        var doubts = new Finding.Doubts();
        int rounds = ground.times(2, 1);
        int nodesOfTheLastRound = ground.times(3, 2);
        // In full as it comes; in short a node is missed sooner than it is as it comes, and frozen for less time.
        Map<String, String> settings = ground.full() ? Map.of() : Map.of("ECOU_EVENT_STORE_NODE_SILENCE", "6s");
        Duration takenOver = Duration.ofSeconds(ground.times(35, 25));
        Duration frozen = Duration.ofSeconds(ground.times(60, 12));
        // In short the time goes into taking over, and not into catching up.
        Duration pause = ground.full() ? Deliveries.PAUSE : Duration.ofMillis(250);
        long delivered = 0;
        for (int round = 1; round <= rounds; round++) {
            int count = round == rounds ? nodesOfTheLastRound : 2;
            var inRound = new Ground(
                    ground.program(), ground.folder().resolve("round-" + round), ground.full(), ground.seed() + round);
            try (var database = OwnDatabase.startIn(inRound.folder().resolve("database"));
                    var nodes = Nodes.startOneAfterTheOther(count, inRound, database, settings);
                    var deliveries = Deliveries.begin(maker, nodes.ports(), PROGRAMS, pause, inRound.seed())) {
                kill(nodes, database, deliveries);
                int refused = freeze(nodes, database, deliveries, frozen);
                doubts.atLeast("late writers refused in round " + round, 1, refused);
                refusals += refused;
                deliveries.finish();
                doubts.found(deliveries.wrong());
                new Reckoning(nodes.node(0), maker.source()).expect(maker.made() - delivered, doubts);
                delivered = maker.made();
            }
        }
        doubts.atMost(
                "ms until taken over",
                takenOver.toMillis(),
                Samples.of(takeovers).percentile(100));
        return new Finding(
                String.format(
                        Locale.ROOT,
                        "%d nodes killed, %d frozen for %d s, %,d pieces of feedback, %d late writers refused",
                        rounds,
                        rounds,
                        frozen.toSeconds(),
                        delivered,
                        refusals),
                "taken over after " + Samples.of(takeovers).millis() + ", caught up after "
                        + Samples.of(caughtUp).millis(),
                doubts.broken());
    }

    /** All processors work on the node that was there first. */
    private void kill(Nodes nodes, OwnDatabase database, Deliveries deliveries) throws Exception {
        String holder = holderOf(nodes.node(0), database, deliveries);
        long begin = System.nanoTime();
        nodes.node(0).kill();
        takeOver(begin, holder, database, deliveries);
        nodes.startAgain(0);
    }

    /** How many late writers of the thawed node were refused. */
    private int freeze(Nodes nodes, OwnDatabase database, Deliveries deliveries, Duration frozen) throws Exception {
        Platform victim = nodes.busiestUntil(() -> deliveries.untilNextAnswer(PATIENCE));
        int refusedBefore = refusalsOf(victim);
        String holder = holderOf(victim, database, deliveries);
        long begin = System.nanoTime();
        victim.signal("STOP");
        try {
            takeOver(begin, holder, database, deliveries);
            LockSupport.parkNanos(frozen.toNanos() - (System.nanoTime() - begin));
        } finally {
            victim.signal("CONT");
        }
        return refusalsWithinSeconds(victim, refusedBefore);
    }

    /** Under which name a node holds places, learnt from a processor that works on it right now. */
    private static String holderOf(Platform node, OwnDatabase database, Deliveries deliveries) throws Exception {
        Map<String, Double> before = node.handled();
        deliveries.untilNextAnswer(PATIENCE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (Map.Entry<String, Double> processor : node.handled().entrySet()) {
                if (processor.getValue() > before.getOrDefault(processor.getKey(), 0.0)) {
                    return new Processors(database).holderOf(processor.getKey());
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IOException("no processor works on the node that is to fail");
    }

    /** What is written from now on can only be seen by the processors of others. */
    private void takeOver(long begin, String holder, OwnDatabase database, Deliveries deliveries) throws Exception {
        var processors = new Processors(database);
        processors.untilNoneIsHeldBy(holder, PATIENCE);
        takeovers.add((System.nanoTime() - begin) / 1e6);
        deliveries.untilNextAnswer(PATIENCE);
        processors.untilAllHaveSeen(processors.head(), PATIENCE);
        caughtUp.add((System.nanoTime() - begin) / 1e6);
    }

    /** The thawed node looks after its places within seconds. */
    private static int refusalsWithinSeconds(Platform victim, int before) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (refusalsOf(victim) == before && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return refusalsOf(victim) - before;
    }

    private static int refusalsOf(Platform node) throws IOException {
        return node.console().split(REFUSED, -1).length - 1;
    }
}
