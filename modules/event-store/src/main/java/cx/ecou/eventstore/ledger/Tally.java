package cx.ecou.eventstore.ledger;

import java.util.UUID;

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

    /** With one more event. */
    public Tally plus(UUID eventId) {
        return new Tally(events + 1, hash ^ eventId.getLeastSignificantBits());
    }

    /** With other events. */
    public Tally plus(Tally others) {
        return new Tally(events + others.events, hash ^ others.hash);
    }
}
