package cx.ecou.customer.events;

/** Why somebody who was seen for the first time is held to be a certain customer. */
public enum RecognisedBy {
    /** By nothing: it is a new customer. */
    NOTHING_KNOWN,
    /** A customer had the same loyalty card. */
    LOYALTY_CARD,
    /** A customer had the same e-mail address. */
    EMAIL,
    /** A customer had the same telephone number, and nothing spoke against it. */
    PHONE,
    /** A customer had used the same device, and nothing else was known. */
    DEVICE;

    /** The same kind of identity. */
    public static RecognisedBy of(IdentityKind kind) {
        return valueOf(kind.name());
    }
}
