package cx.ecou.eventstore.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the event table with every column that it has, as it lies there. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawEvent(
        long position,
        UUID eventId,
        byte @Nullable [] aggregateType,
        UUID aggregateId,
        long sequence,
        Instant recordedAt,
        byte[] payloadType,
        byte @Nullable [] payloadRevision,
        byte[] payload,
        byte[] metadata) {

    static final String SELECT = """
            select global_index, event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload, metadata
              from event_store.domain_event where global_index > ? and global_index <= ? order by global_index""";

    static RawEvent read(ResultSet row) throws SQLException {
        return new RawEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getBytes(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBytes(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    /** The day on which it was recorded, in UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }
}
