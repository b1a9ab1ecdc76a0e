package cx.ecou.eventstore.ledger;

import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * How many events, and which: equal for equal sets of events in whatever order. An event that is missing, doubled or another
 * one shows.
 *
 * @param events their number
 * @param hash the exclusive or of the lower halves of their ids
 */
public record Tally(long events, long hash) {

    public static final Tally NONE = new Tally(0, 0);

    /** The lower half of an event's id, in SQL. */
    static final String LOWER_HALF =
            "('x' || substr(event_id::text, 20, 4) || substr(event_id::text, 25))::bit(64)::bigint";

    /** Of events in their order; several that an upcaster made of one count once. */
    public static Tally of(List<? extends TrackedEventMessage<?>> events) {
        Tally tally = NONE;
        long last = 0;
        for (TrackedEventMessage<?> event : events) {
            long position = event.trackingToken().position().orElseThrow();
            if (position != last) {
                tally = tally.plus(UUID.fromString(event.getIdentifier()));
                last = position;
            }
        }
        return tally;
    }

    /** With one more event. */
    public Tally plus(UUID eventId) {
        return new Tally(events + 1, hash ^ eventId.getLeastSignificantBits());
    }

    /** With other events. */
    public Tally plus(Tally others) {
        return new Tally(events + others.events, hash ^ others.hash);
    }
}
