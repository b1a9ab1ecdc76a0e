package cx.ecou.customer.events;

/** Where a customer said what they agree to. */
public enum StatementSource {
    /** In a form of the shop, the app, a survey. */
    FORM,
    /** Taken over from another system. */
    IMPORT,
    /** To a colleague, who wrote it down. */
    SERVICE_DESK,
    /** On the customer's own page of preferences. */
    PREFERENCE_PAGE
}
