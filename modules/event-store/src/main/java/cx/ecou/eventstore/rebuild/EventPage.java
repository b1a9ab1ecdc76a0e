package cx.ecou.eventstore.rebuild;

import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Some events in their order.
 *
 * @param after the position before the first
 * @param end the position up to which there are no others
 */
record EventPage(long after, List<TrackedEventMessage<?>> events, long end) {

    /** Which events these are, in whatever order: the exclusive or of the lower halves of their ids. */
    long hash() {
        long hash = 0;
        for (TrackedEventMessage<?> event : events) {
            hash ^= UUID.fromString(event.getIdentifier()).getLeastSignificantBits();
        }
        return hash;
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
