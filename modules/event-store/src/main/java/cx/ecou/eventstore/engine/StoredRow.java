package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.EventIdentity;
import cx.ecou.eventstore.privacy.EventKeys;
import cx.ecou.eventstore.privacy.UnreadablePersonalParts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * One row of the event table as Axon wants to see it; the instant is ready, the payload stays JSON.
 *
 * @param unreadable why what is personal in it cannot be read; null when it can, or is not decrypted yet
 */
record StoredRow(
        long globalIndex,
        String eventId,
        @Nullable String aggregateType,
        String aggregateIdentifier,
        long sequenceNumber,
        Instant recordedAt,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metadata,
        @Nullable UnreadablePersonalParts unreadable)
        implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

    /** The columns in the order in which {@link #read} expects them. */
    static final String COLUMNS = """
            global_index, event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
            payload_type, payload_revision, payload, metadata""";

    static StoredRow read(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                serialized(row.getBytes(9), row.getString(7), row.getString(8)),
                serialized(row.getBytes(10), MetaData.class.getName(), null),
                null);
    }

    /** Rows that were read together, decrypted. */
    static List<StoredRow> decrypted(List<StoredRow> rows, EventEncryption encryption) {
        EventKeys keys = encryption.toDecrypt(
                rows.stream().map(row -> row.payload.getData()).toList());
        return rows.stream().map(row -> row.decrypted(keys)).toList();
    }

    private StoredRow decrypted(EventKeys keys) {
        byte[] stored = payload.getData();
        SerializedType type = payload.getType();
        var identity =
                new EventIdentity(type.getName(), UUID.fromString(eventId), UUID.fromString(aggregateIdentifier));
        try {
            byte[] json = keys.decrypt(identity, stored);
            return json == stored ? this : with(new SimpleSerializedObject<>(json, byte[].class, type), null);
        } catch (UnreadablePersonalParts e) {
            return with(payload, e);
        }
    }

    private StoredRow with(SerializedObject<byte[]> json, @Nullable UnreadablePersonalParts why) {
        return new StoredRow(
                globalIndex,
                eventId,
                aggregateType,
                aggregateIdentifier,
                sequenceNumber,
                recordedAt,
                json,
                metadata,
                why);
    }

    private static SerializedObject<byte[]> serialized(byte[] json, String type, @Nullable String revision) {
        return new SimpleSerializedObject<>(json, byte[].class, new SimpleSerializedType(type, revision));
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(globalIndex);
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metadata;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        if (unreadable != null) {
            throw unreadable;
        }
        return payload;
    }

    @Override
    public @Nullable String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateIdentifier;
    }

    @Override
    public long getSequenceNumber() {
        return sequenceNumber;
    }
}
