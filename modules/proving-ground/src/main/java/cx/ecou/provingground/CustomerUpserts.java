package cx.ecou.provingground;

import java.time.Duration;

/** How fast customers are described in bulk over HTTP, against raw inserts of the same bytes, in turns. */
final class CustomerUpserts {

    private static final int ITEMS = 5_000;
    private static final int THREADS = 2;

    /** Rounds before it counts: the compiler of the JVM is still at work in the first. */
    private static final int WARM_UP = 2;

    private final Platform platform;
    private final int rounds;
    private final Duration round;
    private final CustomerMaker maker;

    CustomerUpserts(Platform platform, long seed, int rounds, Duration round) {
        this.platform = platform;
        this.rounds = rounds;
        this.round = round;
        this.maker = new CustomerMaker(seed);
    }

    Line measure() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            describe();
        }
        double[] ours = new double[rounds];
        double[] raw = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            platform.awaitEverything();
            raw[i] = insert();
            ours[i] = describe();
        }
        return Line.ratio("customers described over HTTP, 5,000 a batch, 2 connections, items/s", ours, raw, 0.25);
    }

    private double describe() {
        return Load.perSecond(
                THREADS,
                round,
                thread -> platform.sender(
                        "/api/v1/customers/batch", "application/x-ndjson", 200, () -> maker.lines(ITEMS), ITEMS));
    }

    private double insert() throws Exception {
        return RawInserts.perSecond(platform, "customer.CustomerDescribed", THREADS, ITEMS, round);
    }
}
