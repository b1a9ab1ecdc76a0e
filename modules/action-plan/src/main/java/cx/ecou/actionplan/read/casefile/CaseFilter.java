package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.webshell.audit.Codes;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for; what is null or empty does not matter.
 *
 * @param statuses one of these
 * @param owner this colleague's
 * @param unowned true: only those of the queue
 * @param overdue true: only the overdue ones; false: only the others
 * @param words part of the comment, of the customer's name or reference, or the beginning of the case's id
 */
public record CaseFilter(
        Set<CaseStatus> statuses,
        @Nullable UUID owner,
        boolean unowned,
        @Nullable Priority priority,
        @Nullable String touchpoint,
        @Nullable Boolean overdue,
        @Nullable String words) {

    public static final CaseFilter ALL = new CaseFilter(Set.of(), null, false, null, null, null, null);

    public CaseFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The same, but of these states. */
    public CaseFilter with(Set<CaseStatus> only) {
        return new CaseFilter(only, owner, unowned, priority, touchpoint, overdue, words);
    }

    /** As the audit log keeps it: of what somebody typed only that it was there. */
    public Codes codes() {
        return Codes.NONE
                .with("status", statuses)
                .with("owner", owner)
                .with("unowned", unowned ? true : null)
                .with("priority", priority)
                .typed("touchpoint", touchpoint)
                .with("overdue", overdue)
                .typed("q", words);
    }
}
