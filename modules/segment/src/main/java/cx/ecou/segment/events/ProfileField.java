package cx.ecou.segment.events;

/** What sources say of a customer in a field of its own. */
public enum ProfileField {
    /** A language is also that of its regions: {@code pl} is also {@code pl-PL}. */
    LANGUAGE,
    TIME_ZONE,
    /** The company that the customer acts for. */
    ACCOUNT,
    /** The role in that company. */
    ROLE,
    EMAIL,
    PHONE,
    LOYALTY_CARD;

    /** Whether the value itself can be asked for; else only whether there is one. */
    public boolean isCompared() {
        return ordinal() <= ROLE.ordinal();
    }
}
