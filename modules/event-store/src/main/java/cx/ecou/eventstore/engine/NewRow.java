package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.EventIdentity;
import cx.ecou.eventstore.privacy.EventJson;
import cx.ecou.eventstore.privacy.EventKeys;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedType;
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
        Object event,
        EventJson.@Nullable Said personal,
        byte[] metadata) {

    private static final byte[] NO_METADATA = {'{', '}'};

    static NewRow of(Fact fact, Instant recordedAt, Serializer serializer, EventEncryption encryption) {
        SerializedType type = serializer.typeForClass(fact.event().getClass());
        return new NewRow(
                Ids.next(),
                fact.aggregateType(),
                fact.id(),
                fact.sequence(),
                recordedAt,
                type.getName(),
                type.getRevision(),
                fact.event(),
                encryption.personal(fact.event()),
                NO_METADATA);
    }

    static NewRow of(EventMessage<?> event, Serializer serializer, EventEncryption encryption) {
        SerializedType type = serializer.typeForClass(event.getPayloadType());
        UUID eventId = UUID.fromString(event.getIdentifier());
        boolean ofAggregate = event instanceof DomainEventMessage<?>;
        return new NewRow(
                eventId,
                ofAggregate ? ((DomainEventMessage<?>) event).getType() : null,
                ofAggregate ? UUID.fromString(((DomainEventMessage<?>) event).getAggregateIdentifier()) : eventId,
                ofAggregate ? ((DomainEventMessage<?>) event).getSequenceNumber() : 0,
                event.getTimestamp(),
                type.getName(),
                type.getRevision(),
                event.getPayload(),
                encryption.personal(event.getPayload()),
                event.getMetaData().isEmpty()
                        ? NO_METADATA
                        : event.serializeMetaData(serializer, byte[].class).getData());
    }

    /** The JSON to be stored. */
    byte[] payload(EventEncryption encryption, EventKeys keys) {
        return encryption.encrypted(
                new EventIdentity(payloadType, eventId, aggregateIdentifier), event, personal, keys);
    }
}
