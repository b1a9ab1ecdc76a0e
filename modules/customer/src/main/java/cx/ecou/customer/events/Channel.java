package cx.ecou.customer.events;

/** The medium by which a customer may be reached. */
public enum Channel {
    EMAIL,
    SMS,
    /** Somebody calls. */
    PHONE,
    /** A letter. */
    POST,
    /** On a page of ours that the customer visits. */
    WEB,
    /** In an app of ours. */
    APP
}
