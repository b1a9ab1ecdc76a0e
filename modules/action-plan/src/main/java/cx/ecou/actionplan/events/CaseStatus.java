package cx.ecou.actionplan.events;

import java.util.Set;

/** Where a case stands in its life: OPEN → ASSIGNED → CONTACTED → RESOLVED → CLOSED. */
public enum CaseStatus {
    /** Nobody has taken it: it waits in the queue. */
    OPEN,
    /** Somebody answers for it and has not spoken with the customer yet. */
    ASSIGNED,
    /** The customer has heard from us. */
    CONTACTED,
    /** We know how it ended and what caused it. */
    RESOLVED,
    /** Checked and put away. */
    CLOSED;

    /** The states in which there is still work to do. */
    public static final Set<CaseStatus> UNRESOLVED = Set.of(OPEN, ASSIGNED, CONTACTED);

    /** Whether there is still work to do. */
    public boolean isUnresolved() {
        return UNRESOLVED.contains(this);
    }

    /**
     * Whether the due time is still running: the customer has not heard from us. Past its due time such a case is
     * overdue and escalates; {@code close-rate/1} counts it as missed.
     */
    public boolean isAwaitingContact() {
        return this == OPEN || this == ASSIGNED;
    }
}
