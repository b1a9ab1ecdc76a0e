package cx.ecou.customer.write.person;

import cx.ecou.customer.events.IdentityKind;

/** Why two customers may be one. */
public enum DuplicateReason {
    /** They have the same loyalty card, and yet something speaks against it. */
    SAME_LOYALTY_CARD,
    /** They have the same e-mail address, and yet something speaks against it. */
    SAME_EMAIL,
    /** They have the same telephone number. */
    SAME_PHONE,
    /** Their e-mail addresses look the same and are not: {@code a} in Latin and in Cyrillic letters. */
    LOOK_ALIKE_EMAIL;

    static DuplicateReason same(IdentityKind kind) {
        return valueOf("SAME_" + kind.name());
    }
}
