package cx.ecou.customer.events;

/** What is known of a customer by one source, as far as it matters for how long it is kept. */
public enum RetentionKind {
    /** A source system has said who the customer is. */
    DESCRIBED,
    /** The customer was only heard: there is nothing but what came with feedback. */
    HEARD
}
