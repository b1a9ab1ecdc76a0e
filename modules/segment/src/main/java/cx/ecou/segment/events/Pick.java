package cx.ecou.segment.events;

/** Which of a customer's scores counts. */
public enum Pick {
    /** The one that was given last, by when the customer gave it. */
    LATEST,
    WORST,
    BEST,
    AVERAGE
}
