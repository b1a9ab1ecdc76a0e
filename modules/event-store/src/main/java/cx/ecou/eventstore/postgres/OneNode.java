package cx.ecou.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What nodes that start at the same moment must do one after the other. Flyway makes a schema before it locks anything, so
 * of two nodes on an empty database one would fail.
 */
final class OneNode {

    /** "Ecou" in ASCII; the event table's gate uses keys from 2^62 upwards. */
    private static final long KEY = 0x45636F75L;

    private OneNode() {}

    /** Waits until no other node is at it, and does it. */
    static void does(DataSource database, Runnable work) {
        try (Connection connection = database.getConnection()) {
            lock(connection, "select pg_advisory_lock(" + KEY + ")");
            try {
                work.run();
            } finally {
                lock(connection, "select pg_advisory_unlock(" + KEY + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not let one node begin: SQLState " + e.getSQLState(), e);
        }
    }

    private static void lock(Connection connection, String call) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(call);
        }
    }
}
