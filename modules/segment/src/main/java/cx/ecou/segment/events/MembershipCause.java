package cx.ecou.segment.events;

/** What made somebody enter or leave a segment. */
public enum MembershipCause {
    /** The segment was defined, or its rule was changed. */
    RULE,
    /** Something was learnt of the customer. */
    NEWS,
    /** Time went by. */
    TIME,
    /** The customer and another one turned out to be one. */
    MERGE,
    /** The customer and another one are two again. */
    SEPARATION,
    /** The customer was erased. */
    ERASURE
}
