package cx.ecou.actionplan.events;

/** How a case ended for the customer. */
public enum Outcome {
    /** The cause was put right and the customer said so. */
    RECOVERED(true),
    /** Made good with money, a voucher or a replacement. */
    COMPENSATED(true),
    /** Nothing to repair: the customer understood why it was so. */
    EXPLAINED(true),
    /** We spoke, and the customer stays unhappy. */
    NOT_RECOVERED(true),
    /** Nobody answered, on any channel. */
    NOT_REACHABLE(false),
    /** There was nothing to follow up: a joke, a mistake, a duplicate. */
    NOT_JUSTIFIED(false);

    private final boolean afterContact;

    Outcome(boolean afterContact) {
        this.afterContact = afterContact;
    }

    /** Whether one can only know this after having spoken with the customer. */
    public boolean isAfterContact() {
        return afterContact;
    }
}
