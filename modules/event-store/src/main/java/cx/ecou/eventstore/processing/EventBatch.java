package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Unreadable;
import cx.ecou.eventstore.ledger.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * What a processor takes from its stream at once.
 *
 * @param events those that concern it, at most two thousand
 * @param end how far it has then seen the stream, past others that do not concern it
 */
record EventBatch(List<TrackedEventMessage<?>> events, long end) {

    private static final int HANDLED = 2_000;
    private static final int SEEN = 10_000;

    /** Which types of events concern a processor, each asked for once. */
    record Selection(Predicate<Class<?>> handled, Map<Class<?>, Boolean> known) {

        Selection(Predicate<Class<?>> handled) {
            this(handled, new ConcurrentHashMap<>());
        }

        /** An event that cannot be read concerns every processor that one of its kin concerns. */
        boolean has(TrackedEventMessage<?> event) {
            return event.getPayloadType() == Unreadable.class
                    ? hasOneOf((Unreadable) event.getPayload())
                    : has(event.getPayloadType());
        }

        private boolean hasOneOf(Unreadable event) {
            return event.kin().isEmpty() || event.kin().stream().anyMatch(this::has);
        }

        private boolean has(Class<?> type) {
            return known.computeIfAbsent(type, handled::test);
        }
    }

    /** Takes what the stream has now; it must have something. */
    static EventBatch next(TrackingEventStream stream, Selection concerned) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        TrackedEventMessage<?> event;
        int seen = 0;
        do {
            event = stream.nextAvailable();
            seen++;
            if (concerned.has(event)) {
                events.add(event);
            }
        } while (mayGoOn(events.size(), seen, stream, position(event)));
        return new EventBatch(events, position(event));
    }

    /** Whether it can be halved no further. */
    boolean isOnePosition() {
        return firstPosition() == position(events.get(events.size() - 1));
    }

    long firstPosition() {
        return position(events.get(0));
    }

    /** About the first half of the events; those of one position stay together. */
    EventBatch firstHalf() {
        long middle = position(events.get(events.size() / 2));
        long last = middle > firstPosition() ? middle - 1 : middle;
        List<TrackedEventMessage<?>> half =
                events.stream().filter(event -> position(event) <= last).toList();
        return new EventBatch(half, position(half.get(half.size() - 1)));
    }

    /** What is left of this batch after its first part. */
    EventBatch after(EventBatch part) {
        return new EventBatch(events.subList(part.events.size(), events.size()), end);
    }

    private static boolean mayGoOn(int handled, int seen, TrackingEventStream stream, long end) {
        // Events that an upcaster made of one have one position, and are taken together.
        return stream.peek()
                .filter(next -> handled < HANDLED && seen < SEEN || position(next) == end)
                .isPresent();
    }

    /** What the ledger says of events: several that an upcaster made of one count once. */
    static Tally tally(List<TrackedEventMessage<?>> events) {
        return Tally.of(events);
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
