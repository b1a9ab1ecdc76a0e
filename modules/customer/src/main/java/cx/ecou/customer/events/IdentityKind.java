package cx.ecou.customer.events;

/** By what a customer is recognised, apart from the key of a source system; the most trusted first. */
public enum IdentityKind {
    /** The number of a loyalty card, or of a membership. */
    LOYALTY_CARD,
    /** An e-mail address. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** A device: the value of a cookie, or the id of an installed app. */
    DEVICE
}
