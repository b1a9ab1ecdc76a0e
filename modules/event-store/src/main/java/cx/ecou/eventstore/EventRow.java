package cx.ecou.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row lies in the store, without what it says. Also of an event that this program cannot read.
 *
 * @param position its place in the store
 * @param eventId of the event itself
 * @param aggregateType kind of the aggregate that it belongs to; null where it was not recorded
 * @param aggregateId of the aggregate that it belongs to
 * @param sequence its place in the aggregate, from 0
 * @param recordedAt when we learned it
 * @param type under which it is stored: {@code feedback.FeedbackReceived}
 * @param revision of that type; null when it was stored without one
 */
public record EventRow(
        long position,
        UUID eventId,
        @Nullable String aggregateType,
        UUID aggregateId,
        long sequence,
        Instant recordedAt,
        String type,
        @Nullable String revision) {}
