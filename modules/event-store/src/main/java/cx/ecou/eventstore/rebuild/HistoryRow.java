package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.privacy.EventIdentity;
import cx.ecou.eventstore.privacy.EventKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** A row of the event table as it lies there, without metadata. */
record HistoryRow(
        long position,
        UUID eventId,
        @Nullable String aggregateType,
        UUID aggregateId,
        long sequence,
        Instant recordedAt,
        SimpleSerializedType type,
        byte[] payload) {

    /** The columns in the order in which {@link #read} expects them. */
    static final String COLUMNS = """
            global_index, event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload""";

    static HistoryRow read(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                new SimpleSerializedType(row.getString(7), row.getString(8)),
                row.getBytes(9));
    }

    /** Its JSON, with what is personal in it. */
    byte[] json(EventKeys keys) {
        return keys.decrypt(new EventIdentity(type.getName(), eventId, aggregateId), payload);
    }
}
