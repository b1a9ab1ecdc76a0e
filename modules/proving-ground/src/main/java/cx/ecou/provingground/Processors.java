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

    /** Under which name a node holds the place of a processor. */
    String holderOf(String processor) throws SQLException {
        try (Connection connection = database.connect();
                var question = connection.prepareStatement(
                        "select holder from event_store.processor_place where processor = ?")) {
            question.setString(1, processor);
            try (var row = question.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /**
     * Waits until every processor has seen a position.
     *
     * @throws IOException when that takes longer than it may
     */
    void untilAllHaveSeen(long position, Duration atMost) throws IOException, SQLException {
        untilNoPlace("position < ?::bigint", String.valueOf(position), atMost);
    }

    /**
     * Waits until every place is held by somebody, none of them by this one.
     *
     * @throws IOException when that takes longer than it may
     */
    void untilNoneIsHeldBy(String holder, Duration atMost) throws IOException, SQLException {
        untilNoPlace("coalesce(holder = ?::uuid, true)", holder, atMost);
    }

    private void untilNoPlace(String condition, String value, Duration atMost) throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Connection connection = database.connect();
                var question = connection.prepareStatement(
                        "select count(*) from event_store.processor_place where " + condition)) {
            question.setString(1, value);
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
        throw new IOException("after " + atMost + " there are still processors with " + condition + " " + value);
    }
}
