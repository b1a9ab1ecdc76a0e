package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history; what a step does not have is null.
 *
 * @param position of the event in the store
 * @param by who took the step; null when the platform's own rule did
 * @param colleague the new owner, or to whom it escalated
 * @param dueAt the due time that began to run
 * @param words what was written
 */
public record CaseStep(
        long position,
        What what,
        Instant at,
        @Nullable UUID by,
        @Nullable UUID colleague,
        @Nullable ContactChannel channel,
        @Nullable Outcome outcome,
        @Nullable RootCause rootCause,
        @Nullable Instant dueAt,
        @Personal @Nullable String words) {

    /** What happened. */
    public enum What {
        OPENED,
        ASSIGNED,
        CONTACTED,
        NOTED,
        RESOLVED,
        REOPENED,
        CLOSED,
        ESCALATED,
        /** Something that this version of the program cannot read. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
