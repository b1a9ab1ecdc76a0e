package cx.ecou.eventstore.rebuild;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Some events in their order.
 *
 * @param after the position before the first
 * @param end the position up to which there are no others
 */
record EventPage(long after, List<TrackedEventMessage<?>> events, long end) {

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
