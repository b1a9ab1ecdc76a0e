package cx.ecou.insight;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.stereotype.Component;

/** Cases by example. */
@Component
public class CaseExamples {

    private static final String LATER = "2026-11-10T11:00:00Z";

    private final EventBus events;
    private final Intake intake;

    CaseExamples(EventBus events, Intake intake) {
        this.events = events;
        this.intake = intake;
    }

    /** A case from a detractor at that touchpoint, on the web. */
    public UUID open(String touchpoint, String occurredAt, String dueAt) {
        UUID caseId = Ids.next();
        Score reason = Score.nps(2);
        record(new CaseOpened(
                caseId,
                Ids.next(),
                Ids.next(),
                null,
                null,
                FeedbackKind.SURVEY,
                Instant.parse(occurredAt),
                touchpoint,
                "web",
                "pl",
                reason,
                List.of(reason),
                null,
                Priority.HIGH,
                Instant.parse(occurredAt),
                Instant.parse(dueAt)));
        return caseId;
    }

    public void assign(UUID caseId) {
        record(new CaseAssigned(caseId, Ids.next(), null, Instant.parse(LATER)));
    }

    public void contact(UUID caseId, String at) {
        record(new CustomerContacted(caseId, caseId, ContactChannel.PHONE, null, null, Instant.parse(at)));
    }

    public void resolve(UUID caseId) {
        record(new CaseResolved(
                caseId, caseId, Outcome.RECOVERED, RootCause.DELIVERY, null, null, Instant.parse(LATER)));
    }

    public void reopen(UUID caseId, String dueAt) {
        record(new CaseReopened(caseId, caseId, "called again", null, Instant.parse(LATER), Instant.parse(dueAt)));
    }

    public void close(UUID caseId) {
        record(new CaseClosed(caseId, null, Instant.parse(LATER)));
    }

    /** Waits until the figures know of everything that happened. */
    public void awaitFigures() {
        intake.awaitProjection("insight.cases");
    }

    /** Each event as the first of an aggregate: the figures do not look at the order within one. */
    private void record(ActionPlanEvent event) {
        events.publish(
                new GenericDomainEventMessage<>("CustomerCase", Ids.next().toString(), 0, event));
    }
}
