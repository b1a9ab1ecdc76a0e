package cx.ecou.actionplan.events;

/**
 * Why it happened, on our side. A named list rather than free text, so that causes can be counted and improvements found
 * from them; what the list does not name is {@link #OTHER}, with the words in the note.
 */
public enum RootCause {
    /** Broken, faulty, not as described. */
    PRODUCT_QUALITY,
    /** Late, incomplete, damaged or delivered to the wrong place. */
    DELIVERY,
    /** Price, invoice, payment, refund. */
    PRICE_OR_BILLING,
    /** Wrong, missing or unclear information; a promise that could not be kept. */
    INFORMATION,
    /** How one of us behaved, or what they could not answer. */
    STAFF,
    /** Waited too long for us: on the phone, in the shop, for a reply. */
    WAITING_TIME,
    /** A page or an app that did not work or could not be found. */
    WEBSITE_OR_APP,
    /** A rule of ours that got in the way: returns, opening hours, terms. */
    POLICY,
    /** Handed from one to the next, done twice, forgotten. */
    PROCESS,
    /** Caused by somebody who works for us: a carrier, a dealer, a supplier. */
    PARTNER,
    /** None of these: the note says what. */
    OTHER
}
