package cx.ecou.actionplan.write.customercase;

import cx.ecou.actionplan.events.Priority;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Make a case of a piece of feedback. Answers {@code true} when it is a new case, {@code false} when this feedback has
 * one already: then nothing happens.
 *
 * @param caseId derived from the feedback, see {@link #caseOf}
 * @param reason the score for which it is opened
 * @param owner who answers for it; null leaves it in the queue
 */
public record OpenCase(
        @TargetAggregateIdentifier UUID caseId,
        FeedbackReceived feedback,
        Score reason,
        Priority priority,
        @Nullable UUID owner,
        Instant openedAt,
        Instant dueAt) {

    /** The processing group in which negative feedback becomes cases. */
    public static final String PROCESSING_GROUP = "action-plan.open-cases";

    public OpenCase {
        if (!dueAt.isAfter(openedAt)) {
            throw new IllegalArgumentException("a case is due after it was opened");
        }
    }

    /** The id of the one case that a piece of feedback can have. */
    public static UUID caseOf(UUID feedbackId) {
        return Ids.derived("case", feedbackId.toString());
    }
}
