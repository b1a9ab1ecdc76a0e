package cx.ecou.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it was recorded.
 *
 * @param position its place in the store
 * @param aggregateId of the aggregate that it belongs to
 * @param sequence its place in the aggregate, from 0
 * @param recordedAt when we learned it
 * @param name under which it is stored: {@code feedback.FeedbackReceived}
 * @param event the record itself, or {@link Unreadable}
 */
public record StoredEvent(
        long position, UUID aggregateId, long sequence, Instant recordedAt, String name, Object event) {}
