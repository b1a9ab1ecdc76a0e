package cx.ecou.provingground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the intake is compared with: multi-row inserts of the same bytes into a table with the same columns and indexes, in
 * the same database. The rows are events that the platform itself stored, under new ids.
 */
final class RawInserts {

    private static final String INSERT = """
            insert into raw.event (event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload, metadata) values (?, ?, ?, ?, now(), ?, ?, ?, ?)""";

    private record Row(
            String aggregateType, String payloadType, String payloadRevision, String payload, String metadata) {}

    private final List<Row> rows;

    private RawInserts(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * Rows a second, for a while, of stored events of one kind. Nothing is left behind: PostgreSQL would vacuum and analyze the table while
     * the other side is measured.
     *
     * @param type {@code feedback.FeedbackReceived}
     * @param rowsAtOnce in each transaction
     */
    static double perSecond(Platform platform, String type, int threads, int rowsAtOnce, Duration round)
            throws IOException, SQLException {
        try (Connection database = platform.database();
                var statement = database.createStatement()) {
            statement.execute("drop schema if exists raw cascade");
            statement.execute("create schema raw");
            statement.execute("create table raw.event (like event_store.domain_event including all)");
            var raw = new RawInserts(newest(database, type));
            double perSecond = Load.perSecond(threads, round, thread -> raw.writer(platform.database(), rowsAtOnce));
            statement.execute("drop schema raw cascade");
            return perSecond;
        }
    }

    private static List<Row> newest(Connection database, String type) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (var newest = database.prepareStatement("""
                select aggregate_type, payload_type, payload_revision, payload, metadata
                  from event_store.domain_event where payload_type = ? order by global_index desc limit 5000""")) {
            newest.setString(1, type);
            ResultSet stored = newest.executeQuery();
            while (stored.next()) {
                rows.add(new Row(
                        stored.getString(1),
                        stored.getString(2),
                        stored.getString(3),
                        stored.getString(4),
                        stored.getString(5)));
            }
        }
        return rows;
    }

    /** Writes that many rows in each transaction, on a connection of its own. */
    private Load.Worker writer(Connection database, int rowsAtOnce) {
        return new Load.Worker() {
            @Override
            public int step() throws SQLException {
                return write(database, rowsAtOnce);
            }

            @Override
            public void close() throws SQLException {
                database.close();
            }
        };
    }

    private int write(Connection database, int count) throws SQLException {
        database.setAutoCommit(false);
        try (PreparedStatement insert = database.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                Row row = rows.get(i % rows.size());
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, row.aggregateType());
                insert.setObject(3, UUID.randomUUID());
                insert.setLong(4, 0);
                insert.setString(5, row.payloadType());
                insert.setString(6, row.payloadRevision());
                insert.setString(7, row.payload());
                insert.setString(8, row.metadata());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        database.commit();
        return count;
    }
}
