package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.CaseStatus;
import java.util.List;

/**
 * A way from one column of the board to another: an entry of the card's menu, and what dropping the card there does.
 */
enum Move {
    /** Make it mine. */
    TAKE(CaseStatus.ASSIGNED, "assignment", true),
    CONTACT(CaseStatus.CONTACTED, "contact", false),
    RESOLVE(CaseStatus.RESOLVED, "resolution", false),
    CLOSE(CaseStatus.CLOSED, "closing", true),
    REOPEN(CaseStatus.ASSIGNED, "reopening", false);

    private final CaseStatus to;
    private final String step;
    private final boolean done;

    Move(CaseStatus to, String step, boolean done) {
        this.to = to;
        this.step = step;
        this.done = done;
    }

    /** The column in which the card ends. */
    public CaseStatus to() {
        return to;
    }

    /** The step it takes, as in the address. */
    public String step() {
        return step;
    }

    /** Whether nothing has to be written for it; otherwise it leads to the form on the page of the case. */
    public boolean isDone() {
        return done;
    }

    static List<Move> from(CaseStatus status) {
        return switch (status) {
            case OPEN -> List.of(TAKE);
            case ASSIGNED -> List.of(CONTACT, RESOLVE);
            case CONTACTED -> List.of(RESOLVE);
            case RESOLVED -> List.of(CLOSE, REOPEN);
            case CLOSED -> List.of(REOPEN);
        };
    }
}
