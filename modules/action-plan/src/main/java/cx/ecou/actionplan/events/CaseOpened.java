package cx.ecou.actionplan.events;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer's problem became our work. It carries what its owner must know of the feedback, so that a case can be read
 * without asking another module.
 *
 * @param caseId derived from the feedback: one feedback opens at most one case
 * @param subjectId the person behind it, pseudonymous, as in the feedback
 * @param kind how the customer came to speak
 * @param occurredAt when the customer said it
 * @param language BCP 47 tag of the comment
 * @param reason the score for which the case was opened: of several the most severe
 * @param scores all scores of the feedback
 * @param comment as written
 * @param openedAt from when the due time counts: when we learned of it, not when the customer said it
 * @param dueAt until when the customer must hear from us
 */
@Revision("1")
public record CaseOpened(
        UUID caseId,
        UUID feedbackId,
        @DataSubject UUID subjectId,
        @Nullable String customerRef,
        @Personal @Nullable String customerName,
        FeedbackKind kind,
        Instant occurredAt,
        @Nullable String touchpoint,
        @Nullable String channel,
        @Nullable String language,
        Score reason,
        List<Score> scores,
        @Personal @Nullable String comment,
        Priority priority,
        Instant openedAt,
        Instant dueAt)
        implements ActionPlanEvent {

    public CaseOpened {
        scores = List.copyOf(scores);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
