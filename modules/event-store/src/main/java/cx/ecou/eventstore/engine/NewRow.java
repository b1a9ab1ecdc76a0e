package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.Fact;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One event on its way into the table. An event without an aggregate is an aggregate of its own. */
record NewRow(
        UUID eventId,
        @Nullable String aggregateType,
        UUID aggregateIdentifier,
        long sequenceNumber,
        Instant recordedAt,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        byte[] metadata) {

    private static final byte[] NO_METADATA = {'{', '}'};

    static NewRow of(Fact fact, Instant recordedAt, Serializer serializer) {
        SerializedObject<byte[]> payload = serializer.serialize(fact.event(), byte[].class);
        return new NewRow(
                Ids.next(),
                fact.aggregateType(),
                fact.id(),
                fact.sequence(),
                recordedAt,
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                NO_METADATA);
    }

    static NewRow of(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        UUID eventId = UUID.fromString(event.getIdentifier());
        boolean ofAggregate = event instanceof DomainEventMessage<?>;
        return new NewRow(
                eventId,
                ofAggregate ? ((DomainEventMessage<?>) event).getType() : null,
                ofAggregate ? UUID.fromString(((DomainEventMessage<?>) event).getAggregateIdentifier()) : eventId,
                ofAggregate ? ((DomainEventMessage<?>) event).getSequenceNumber() : 0,
                event.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.getMetaData().isEmpty()
                        ? NO_METADATA
                        : event.serializeMetaData(serializer, byte[].class).getData());
    }
}
