package cx.ecou.actionplan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseStep;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as programs see it: what {@link CaseFile} says, without the customer's name and words, which belong to the
 * feedback.
 *
 * @param overdue whether the customer has not heard from us although the due time has passed
 * @param reason the score for which it was opened
 */
record CaseAnswer(
        UUID caseId,
        CaseStatus status,
        Priority priority,
        @Nullable UUID owner,
        Instant openedAt,
        Instant dueAt,
        boolean overdue,
        @Nullable Instant contactedAt,
        @Nullable Instant escalatedAt,
        @Nullable UUID escalatedTo,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable RootCause rootCause,
        UUID feedbackId,
        @Nullable String touchpoint,
        @Nullable String customerRef,
        Score reason) {

    static CaseAnswer of(CaseFile found, Instant now) {
        return new CaseAnswer(
                found.caseId(),
                found.status(),
                found.priority(),
                found.owner(),
                found.openedAt(),
                found.dueAt(),
                found.isOverdue(now),
                found.contactedAt(),
                found.escalatedAt(),
                found.escalatedTo(),
                found.resolvedAt(),
                found.closedAt(),
                found.outcome(),
                found.rootCause(),
                found.feedbackId(),
                found.touchpoint(),
                found.customerRef(),
                found.reason());
    }

    WithHistory with(List<CaseStep> steps) {
        return new WithHistory(this, steps.stream().map(Step::of).toList());
    }

    /** One case with everything that happened to it, oldest first. */
    record WithHistory(@JsonUnwrapped CaseAnswer found, List<Step> history) {}

    /**
     * One thing that happened; what it does not have is left out.
     *
     * @param by the colleague or key; missing when the platform's own rule did it
     * @param colleague the new owner, or to whom it escalated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            CaseStep.What what,
            Instant at,
            @Nullable UUID by,
            @Nullable UUID colleague,
            @Nullable ContactChannel channel,
            @Nullable Outcome outcome,
            @Nullable RootCause rootCause,
            @Nullable Instant dueAt,
            @Nullable String text) {

        static Step of(CaseStep step) {
            return new Step(
                    step.what(),
                    step.at(),
                    step.by(),
                    step.colleague(),
                    step.channel(),
                    step.outcome(),
                    step.rootCause(),
                    step.dueAt(),
                    step.words());
        }
    }
}
