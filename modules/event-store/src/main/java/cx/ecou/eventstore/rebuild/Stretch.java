package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.ledger.Tally;

/**
 * What a rebuild adds to its copy in one transaction.
 *
 * @param after the position before the first event
 * @param handled the events that concern the read model
 * @param end the position up to which there are no others
 */
record Stretch(long after, Tally handled, long end) {

    static Stretch of(EventPage page) {
        return new Stretch(page.after(), Tally.of(page.events()), page.end());
    }

    /** Together with the page behind it. */
    Stretch with(EventPage next) {
        return new Stretch(after, handled.plus(Tally.of(next.events())), next.end());
    }
}
