package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.BinaryRows;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.EventKeys;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows to the event table: a few by insert, many by COPY. The gate's trigger fires for both. */
final class EventTable {

    /** From this many rows on, COPY is faster than an insert. */
    private static final int COPY_FROM = 20;

    private static final String COLUMNS = """
            event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload, metadata)""";

    private static final String INSERT = "insert into " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    private final EventEncryption encryption;

    EventTable(DataSource dataSource, JdbcTemplate jdbc, EventEncryption encryption) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** @throws org.springframework.dao.DataAccessException when a row is there already; then none is written */
    void write(List<NewRow> rows) {
        EventKeys keys = encryption.toEncrypt(
                rows.stream().map(NewRow::personal).filter(Objects::nonNull).toList());
        if (rows.size() < COPY_FROM) {
            jdbc.batchUpdate(INSERT, rows, rows.size(), (statement, row) -> bind(statement, row, keys));
        } else {
            BinaryRows.copy(dataSource, COLUMNS, 9, copied -> rows.forEach(row -> add(copied.row(), row, keys)));
        }
    }

    private void bind(PreparedStatement statement, NewRow row, EventKeys keys) throws SQLException {
        statement.setObject(1, row.eventId());
        statement.setString(2, row.aggregateType());
        statement.setObject(3, row.aggregateIdentifier());
        statement.setLong(4, row.sequenceNumber());
        statement.setTimestamp(5, Timestamp.from(row.recordedAt()));
        statement.setString(6, row.payloadType());
        statement.setString(7, row.payloadRevision());
        statement.setString(8, new String(row.payload(encryption, keys), StandardCharsets.UTF_8));
        statement.setString(9, new String(row.metadata(), StandardCharsets.UTF_8));
    }

    /** While PostgreSQL takes in those before it. */
    private void add(BinaryRows copied, NewRow row, EventKeys keys) {
        copied.uuid(row.eventId())
                .text(row.aggregateType())
                .uuid(row.aggregateIdentifier())
                .bigint(row.sequenceNumber())
                .instant(row.recordedAt())
                .text(row.payloadType())
                .text(row.payloadRevision())
                .utf8(row.payload(encryption, keys))
                .utf8(row.metadata());
    }
}
