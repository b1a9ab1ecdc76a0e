package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.EventKeys;
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
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Makes events of rows. What is stored in today's shape is parsed at once; only older shapes go through the upcasters. */
final class EventParser {

    private final Serializer serializer;
    private final LogicalNames names;
    private final Supplier<? extends EventUpcaster> upcasters;
    private final EventEncryption encryption;

    EventParser(
            Serializer serializer,
            LogicalNames names,
            Supplier<? extends EventUpcaster> upcasters,
            EventEncryption encryption) {
        this.serializer = serializer;
        this.names = names;
        this.upcasters = upcasters;
        this.encryption = encryption;
    }

    /** The keys with which the rows of a page can be parsed. */
    EventKeys keys(List<HistoryRow> page) {
        return encryption.toDecrypt(page.stream().map(HistoryRow::payload).toList());
    }

    List<? extends TrackedEventMessage<?>> parse(HistoryRow row, EventKeys keys) {
        return isOfToday(row.type()) ? List.of(event(row, keys)) : upcast(row, keys);
    }

    private boolean isOfToday(SerializedType stored) {
        SerializedType today = names.today(stored.getName());
        return today != null && Objects.equals(today.getRevision(), stored.getRevision());
    }

    private TrackedEventMessage<?> event(HistoryRow row, EventKeys keys) {
        Object payload = serializer.deserialize(new SimpleSerializedObject<>(row.json(keys), byte[].class, row.type()));
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(row.position()),
                row.aggregateType(),
                row.aggregateId().toString(),
                row.sequence(),
                new GenericMessage<>(row.eventId().toString(), payload, MetaData.emptyInstance()),
                row::recordedAt);
    }

    private List<? extends TrackedEventMessage<?>> upcast(HistoryRow row, EventKeys keys) {
        var stored = new GenericDomainEventEntry<>(
                row.aggregateType(),
                row.aggregateId().toString(),
                row.sequence(),
                row.eventId().toString(),
                row.recordedAt(),
                row.type().getName(),
                row.type().getRevision(),
                row.json(keys),
                new byte[] {'{', '}'});
        var tracked = new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.position()), stored);
        // Parsed now, and not when it is handled: an event that cannot be read is met where it is read.
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(tracked), serializer, upcasters.get())
                .peek(TrackedEventMessage::getPayload)
                .toList();
    }
}
