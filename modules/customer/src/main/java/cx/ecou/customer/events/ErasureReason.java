package cx.ecou.customer.events;

import java.util.List;

/** Why a customer was erased. A constant: what is kept for good of somebody who was erased has no room for words about them. */
public enum ErasureReason {
    /** The customer has asked for it, or has taken back what they had agreed to. */
    REQUESTED,
    /** It is not needed any more for what it was kept for. */
    NO_LONGER_NEEDED,
    /** The law, or somebody who may say so, demands it. */
    LEGAL_DUTY,
    /** The time for which it may be kept is over. */
    RETENTION,
    /** The customer had been erased before, and an older backup has brought them back. */
    RESTORED;

    /** Those that somebody can give; the others are Ecou's own. */
    public static final List<ErasureReason> GIVEN = List.of(REQUESTED, NO_LONGER_NEEDED, LEGAL_DUTY);
}
