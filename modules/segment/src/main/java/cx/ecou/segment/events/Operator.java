package cx.ecou.segment.events;

/** How a condition compares what is known with what it asks for. */
public enum Operator {
    /** Is one of the values, whatever their case. */
    IS,
    /** Is known, and none of the values. */
    IS_NOT,
    /** Holds the value somewhere, whatever its case. */
    CONTAINS,
    KNOWN,
    UNKNOWN,
    /** Is this number or a greater one. */
    AT_LEAST,
    /** Is this number or a smaller one. */
    AT_MOST,
    /** Happened less than so many days ago. */
    WITHIN,
    /** Happened, and so many days ago or earlier. */
    BEFORE
}
