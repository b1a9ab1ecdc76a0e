package cx.ecou.customer.events;

/** For what a customer may be asked for consent. */
public enum Purpose {
    /** Invitations to tell how it was. */
    SURVEY,
    /** News and offers. */
    MARKETING,
    /** What the customer does is looked at together with who it is. */
    ANALYTICS
}
