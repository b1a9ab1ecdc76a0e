package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case as it stands.
 *
 * @param owner who answers for it; null while it waits in the queue
 * @param escalatedTo the manager who was told that it is overdue
 * @param dueAt until when the customer must hear from us, or must have heard
 * @param contactedAt when the customer first heard from us since the due time began to run
 * @param escalatedAt when the running due time was missed
 * @param changedAt when the last step was taken
 * @param reason the score for which it was opened
 */
public record CaseFile(
        UUID caseId,
        UUID feedbackId,
        CaseStatus status,
        Priority priority,
        @Nullable UUID owner,
        @Nullable UUID escalatedTo,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant contactedAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        Instant changedAt,
        FeedbackKind kind,
        Instant occurredAt,
        @Nullable String touchpoint,
        @Nullable String channel,
        @Nullable String language,
        @Nullable String customerRef,
        @Personal @Nullable String customerName,
        Score reason,
        List<Score> scores,
        @Personal @Nullable String comment,
        @Nullable Outcome outcome,
        @Nullable RootCause rootCause) {

    private static final int SHORT = 6;

    /** Whether the customer has not heard from us although the due time has passed. */
    public boolean isOverdue(Instant now) {
        return status.isAwaitingContact() && !now.isBefore(dueAt);
    }

    /** Whether the customer heard from us within the due time, as {@code close-rate/1} counts it. */
    public boolean isContactedInTime() {
        return contactedAt != null && contactedAt.isBefore(dueAt);
    }

    /** Whether it is this colleague's work: they own it, or it escalated to them. */
    public boolean isOf(UUID colleague) {
        return colleague.equals(owner) || colleague.equals(escalatedTo);
    }

    /** The first characters of its id: enough for people to name a case among those on a page. */
    public String shortId() {
        return caseId.toString().substring(0, SHORT);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
