package cx.ecou.customer.write.link;

/** Why a link opens nothing. */
public enum LinkProblem {
    /** It was never made, or its end is long past. */
    UNKNOWN,
    /** Its time is over, or the customer has been erased. */
    EXPIRED
}
