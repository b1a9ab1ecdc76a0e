package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.naming.LogicalNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Makes events of rows. What is stored in today's shape is parsed at once; only older shapes go through the upcasters. */
final class EventParser {

    private final Serializer serializer;
    private final LogicalNames names;
    private final Supplier<? extends EventUpcaster> upcasters;

    EventParser(Serializer serializer, LogicalNames names, Supplier<? extends EventUpcaster> upcasters) {
        this.serializer = serializer;
        this.names = names;
        this.upcasters = upcasters;
    }

    /** @param row with the columns of {@link StoredHistory} */
    List<? extends TrackedEventMessage<?>> parse(ResultSet row) throws SQLException {
        var type = new SimpleSerializedType(row.getString(7), row.getString(8));
        return isOfToday(type) ? List.of(event(row, type)) : upcast(row, type);
    }

    private boolean isOfToday(SerializedType stored) {
        SerializedType today = names.today(stored.getName());
        return today != null && Objects.equals(today.getRevision(), stored.getRevision());
    }

    private TrackedEventMessage<?> event(ResultSet row, SerializedType type) throws SQLException {
        Instant recordedAt = row.getObject(6, OffsetDateTime.class).toInstant();
        Object payload = serializer.deserialize(new SimpleSerializedObject<>(row.getBytes(9), byte[].class, type));
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(row.getLong(1)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                new GenericMessage<>(row.getString(2), payload, MetaData.emptyInstance()),
                () -> recordedAt);
    }

    private List<? extends TrackedEventMessage<?>> upcast(ResultSet row, SerializedType type) throws SQLException {
        var stored = new GenericDomainEventEntry<>(
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(2),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                type.getName(),
                type.getRevision(),
                row.getBytes(9),
                new byte[] {'{', '}'});
        var tracked = new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong(1)), stored);
        // Parsed now, and not when it is handled: an event that cannot be read is met where it is read.
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(tracked), serializer, upcasters.get())
                .peek(TrackedEventMessage::getPayload)
                .toList();
    }
}
