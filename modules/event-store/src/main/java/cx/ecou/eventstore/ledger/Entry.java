package cx.ecou.eventstore.ledger;

/**
 * What a processor says of itself at one moment.
 *
 * @param processor its name
 * @param countedFrom the position after which it counts: its first place, or that of its last rebuild
 * @param position up to where it has seen everything
 * @param handled what it has handled
 * @param letters what it has put aside
 */
public record Entry(String processor, long countedFrom, long position, Tally handled, Tally letters) {

    /** Everything it has met, one way or the other. */
    public Tally met() {
        return handled.plus(letters);
    }
}
