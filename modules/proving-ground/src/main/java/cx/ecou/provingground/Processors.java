package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where the processors of all nodes stand, as the database tells it. */
final class Processors {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);

    private final OwnDatabase database;

    Processors(OwnDatabase database) {
        this.database = database;
    }

    /** The position of the last event. */
    long head() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select coalesce(max(global_index), 0) from event_store.domain_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Waits until every processor has seen a position.
     *
     * @throws IOException when that takes longer than it may
     */
    void untilAllHaveSeen(long position, Duration atMost) throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Connection connection = database.connect();
                var question = connection.prepareStatement(
                        "select count(*) from event_store.processor_place where position < ?")) {
            question.setLong(1, position);
            while (System.nanoTime() - begin < atMost.toNanos()) {
                try (var row = question.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        return;
                    }
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
        throw new IOException("the processors have not seen position " + position + " within " + atMost);
    }
}
