package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What it costs the intake that customers are recognised: bursts of batches while it is done, and while the processors that do it are
 * kept away, in turns.
 */
final class RecognitionCost {

    private static final String CUSTOMERS = "where processor like 'customer.%'";

    private final Platform platform;
    private final Intake intake;
    private final int rounds;

    RecognitionCost(Platform platform, Intake intake, int rounds) {
        this.platform = platform;
        this.intake = intake;
        this.rounds = rounds;
    }

    Line measure() throws Exception {
        intake.warmUp();
        double[] with = new double[rounds];
        double[] without = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            platform.awaitEverything();
            places("set holder = gen_random_uuid(), held_until = 'infinity'");
            double kept = intake.batchRound();
            places("set held_until = clock_timestamp()");
            platform.awaitEverything();
            double recognised = intake.batchRound();
            without[i] = kept;
            with[i] = recognised;
        }
        return Line.compared(
                "batch intake over HTTP while customers are recognised, items/s", with, "without", without, 0.80);
    }

    /** Whose place is held by somebody else does nothing. */
    private void places(String change) throws IOException, SQLException {
        try (Connection database = platform.database();
                var statement = database.createStatement()) {
            statement.executeUpdate("update event_store.processor_place " + change + " " + CUSTOMERS);
        }
    }
}
