package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.Unreadable;
import cx.ecou.eventstore.deadletter.LetterBox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What of a batch is to be handled, and what is to be put aside.
 *
 * @param handled those that nothing speaks against
 * @param unreadable by sequence, the first event of it that cannot be read
 * @param behind by sequence, the positions behind what is put aside
 */
record SortedBatch(
        List<TrackedEventMessage<?>> handled,
        Map<UUID, TrackedEventMessage<?>> unreadable,
        Map<UUID, Set<Long>> behind) {

    static SortedBatch of(EventBatch batch, LetterBox letters) {
        if (letters.isEmpty() && batch.events().stream().noneMatch(SortedBatch::isUnreadable)) {
            return new SortedBatch(batch.events(), Map.of(), Map.of());
        }
        var sorted = new SortedBatch(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        batch.events().forEach(event -> sorted.sort(event, letters));
        return sorted;
    }

    private void sort(TrackedEventMessage<?> event, LetterBox letters) {
        UUID sequence = sequenceOf(event);
        if (letters.blocks(sequence) || unreadable.containsKey(sequence)) {
            behind.computeIfAbsent(sequence, s -> new LinkedHashSet<>()).add(EventBatch.position(event));
        } else if (isUnreadable(event)) {
            unreadable.put(sequence, event);
        } else {
            handled.add(event);
        }
    }

    /** Writes down what is put aside, in the running unit of work. */
    void putAside(LetterBox letters) {
        unreadable.forEach(
                (sequence, event) -> letters.putAside(sequence, EventBatch.position(event), failureOf(event)));
        behind.forEach(letters::putBehind);
    }

    static boolean isUnreadable(TrackedEventMessage<?> event) {
        return event.getPayloadType() == Unreadable.class;
    }

    static Failure failureOf(TrackedEventMessage<?> unreadable) {
        return new Failure(((Unreadable) unreadable.getPayload()).error(), null, null, "", false);
    }

    /** Events that must be handled in order are those of one aggregate; one without an aggregate is its own. */
    static UUID sequenceOf(TrackedEventMessage<?> event) {
        return UUID.fromString(
                event instanceof DomainEventMessage<?> ofAggregate
                        ? ofAggregate.getAggregateIdentifier()
                        : event.getIdentifier());
    }
}
