package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.Unreadable;
import cx.ecou.eventstore.naming.UnknownShape;
import cx.ecou.eventstore.privacy.UnreadablePersonalParts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Makes messages of rows. A row that this program cannot read becomes a message that says so, with an {@link Unreadable}:
 * those who read on must not stumble over what does not concern them.
 *
 * <p>A payload is parsed only when somebody wants it, so JSON that is broken or does not fit shows later, to those it
 * concerns.
 */
final class EventReader {

    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final Map<SerializedType, Boolean> current = new ConcurrentHashMap<>();

    EventReader(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** Hands over one message, or several where an upcaster makes several events of one. */
    void read(StoredRow row, Consumer<TrackedEventMessage<?>> to) {
        if (row.unreadable() != null) {
            to.accept(unreadable(row, row.unreadable()));
        } else if (current.computeIfAbsent(row.payload().getType(), this::isCurrent)) {
            to.accept(tracked(
                    row,
                    new SerializedMessage<>(
                            row.eventId(),
                            new LazyDeserializingObject<>(row.payload(), serializer),
                            new LazyDeserializingObject<>(row.metadata(), serializer))));
        } else {
            upcast(row).forEach(to);
        }
    }

    /** Whether events are still stored in this shape: then there is nothing to upcast. */
    private boolean isCurrent(SerializedType stored) {
        try {
            return stored.equals(serializer.typeForClass(serializer.classForType(stored)));
        } catch (UnknownShape e) {
            return false;
        }
    }

    /** Each row by itself: one that cannot be read does not spoil the others. */
    private List<TrackedEventMessage<?>> upcast(StoredRow row) {
        try {
            return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(row), serializer, upcasters)
                    .toList();
        } catch (RuntimeException e) {
            return List.of(unreadable(row, e));
        }
    }

    private TrackedEventMessage<?> unreadable(StoredRow row, RuntimeException why) {
        SerializedType stored = row.payload().getType();
        Set<Class<?>> kin = why instanceof UnknownShape unknown ? unknown.kin() : kinOf(stored, why);
        var stands = new Unreadable(
                stored.getName(), stored.getRevision(), why.getClass().getName(), kin);
        return tracked(row, new GenericMessage<>(row.eventId(), stands, Map.of()));
    }

    /** Whose personal parts cannot be read is known all the same. */
    private Set<Class<?>> kinOf(SerializedType stored, RuntimeException why) {
        try {
            return why instanceof UnreadablePersonalParts ? Set.of(serializer.classForType(stored)) : Set.of();
        } catch (UnknownShape e) {
            return e.kin();
        }
    }

    private static <T> TrackedEventMessage<T> tracked(StoredRow row, Message<T> message) {
        return new GenericTrackedDomainEventMessage<>(
                row.trackingToken(),
                row.aggregateType(),
                row.aggregateIdentifier(),
                row.sequenceNumber(),
                message,
                row::recordedAt);
    }
}
