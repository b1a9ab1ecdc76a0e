package cx.ecou.eventstore.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Writes long lists of events with PostgreSQL's binary COPY: nothing is quoted, nothing is parsed, about twice as fast as
 * inserts. The gate's trigger fires for COPY as it does for INSERT.
 */
final class BinaryCopy {

    private static final String COPY = """
            copy event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload, metadata) from stdin (format binary)""";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int COLUMNS = 9;
    private static final int BUFFER = 1 << 16;

    /** PostgreSQL counts microseconds from the start of 2000, UTC. */
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private BinaryCopy() {}

    /** @throws SQLException also when one of the rows is there already: then none is written */
    static void write(Connection connection, List<NewRow> rows) throws SQLException {
        var stream = new ByteArrayInputStream(encoded(rows));
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, stream, BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection broke while events were copied", e);
        }
    }

    private static byte[] encoded(List<NewRow> rows) {
        var bytes = new ByteArrayOutputStream(rows.size() * 512);
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (NewRow row : rows) {
                row(out, row);
            }
            out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(DataOutputStream out, NewRow row) throws IOException {
        out.writeShort(COLUMNS);
        uuid(out, row.eventId());
        text(out, row.aggregateType());
        uuid(out, row.aggregateIdentifier());
        out.writeInt(Long.BYTES);
        out.writeLong(row.sequenceNumber());
        instant(out, row.recordedAt());
        text(out, row.payloadType());
        text(out, row.payloadRevision());
        bytes(out, row.payload());
        bytes(out, row.metadata());
    }

    private static void uuid(DataOutputStream out, UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong((instant.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + instant.getNano() / 1_000);
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            bytes(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
