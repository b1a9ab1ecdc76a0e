package cx.ecou.customer.write.consent;

/** Why a message may not be sent. */
public enum Refusal {
    /** The customer never agreed to it. */
    NEVER_GIVEN,
    /** The customer agreed no longer. */
    WITHDRAWN,
    /** The customer wants no messages at all. */
    NO_MESSAGES,
    /** Not before a day that the customer chose. */
    PAUSED,
    /** The customer has had as many as they want for now. */
    TOO_MANY,
    /** The customer has been erased. */
    ERASED
}
