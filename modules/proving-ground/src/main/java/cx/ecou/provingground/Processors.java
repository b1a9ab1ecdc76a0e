package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where the processors of all nodes stand, as the database tells it. */
final class Processors {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);

    private final OwnDatabase database;

    Processors(OwnDatabase database) {
        this.database = database;
    }

    /** The nodes that hold places. */
    Set<String> holders() throws SQLException {
        Set<String> holders = new TreeSet<>();
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select distinct holder from event_store.processor_place where holder is not null")) {
            while (rows.next()) {
                holders.add(rows.getString(1));
            }
        }
        return holders;
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
     * Waits until every processor has seen a position, none of them on one of the given nodes.
     *
     * @return how long it took
     */
    Duration untilAllHaveSeen(long position, Set<String> without, Duration atMost) throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Connection connection = database.connect();
                var question = connection.prepareStatement("""
                        select count(*) from event_store.processor_place
                         where position < ? or holder is null or holder::text = any (?)""")) {
            question.setLong(1, position);
            question.setArray(2, connection.createArrayOf("text", without.toArray()));
            while (System.nanoTime() - begin < atMost.toNanos()) {
                try (var row = question.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        return Duration.ofNanos(System.nanoTime() - begin);
                    }
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
        throw new IOException("the processors have not seen position " + position + " within " + atMost);
    }
}
