package cx.ecou.actionplan.automation;

import cx.ecou.actionplan.automation.NegativeScores.Reason;
import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.actionplan.write.customercase.DueTimes;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Each piece of negative feedback becomes one case, never two: the id of the case follows from the feedback, and a
 * request for a case that exists is answered without opening another. The cases of a batch are opened in the transaction
 * that also stores how far this reaction has come.
 */
@Component
@ProcessingGroup(OpenCase.PROCESSING_GROUP)
class WhenFeedbackIsNegativeThenOpenCase {

    private final NegativeScores negative;
    private final DueTimes dueTimes;
    private final Owners owners;
    private final Workload workload;
    private final CommandGateway commands;
    private final Clock clock;

    WhenFeedbackIsNegativeThenOpenCase(
            NegativeScores negative,
            DueTimes dueTimes,
            Owners owners,
            Workload workload,
            CommandGateway commands,
            Clock clock) {
        this.negative = negative;
        this.dueTimes = dueTimes;
        this.owners = owners;
        this.workload = workload;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(FeedbackReceived feedback) {
        Reason reason = negative.worstOf(feedback.scores());
        if (reason != null) {
            open(feedback, reason);
        }
    }

    private void open(FeedbackReceived feedback, Reason reason) {
        UUID caseId = OpenCase.caseOf(feedback.feedbackId());
        UUID owner = owners.forTouchpoint(feedback.touchpoint()).orElse(null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant dueAt = dueTimes.dueAt(reason.priority(), now);
        boolean opened = commands.sendAndWait(
                new OpenCase(caseId, feedback, reason.score(), reason.priority(), owner, now, dueAt));
        if (opened && owner != null) {
            // Counted at once: the next case of this batch is given out before the read models have seen this one.
            workload.own(caseId, owner, now);
        }
    }
}
