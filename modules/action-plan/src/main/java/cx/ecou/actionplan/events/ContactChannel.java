package cx.ecou.actionplan.events;

/** The medium in which we spoke with the customer. */
public enum ContactChannel {
    PHONE,
    EMAIL,
    CHAT,
    SOCIAL_MEDIA,
    LETTER,
    IN_PERSON
}
