package cx.ecou.insight.web.customer;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.customer.events.Purpose;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.kernel.Band;
import cx.ecou.webshell.nextstep.NextStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the story of a customer says should be done: cases that wait, a low score that nobody followed, missing consent. */
@Component
class OwnSteps {

    private final Customers customers;

    OwnSteps(Customers customers) {
        this.customers = customers;
    }

    /** @param feedback newest first */
    List<NextStep> of(List<CustomerView.OpenCase> cases, List<Object> feedback, Agreements agreements) {
        List<NextStep> steps = new ArrayList<>();
        cases.forEach(open -> steps.add(ofCase(open)));
        lowScoreWithoutCase(feedback).ifPresent(steps::add);
        if (agreements.consents().stream().noneMatch(said -> said.given() && said.purpose() == Purpose.SURVEY)) {
            steps.add(new NextStep(NextStep.MISSING, "mail", "customer.step.no-consent", List.of(), null));
        }
        return steps;
    }

    private static NextStep ofCase(CustomerView.OpenCase open) {
        boolean waits = open.held().status() != CaseStatus.CONTACTED;
        String what =
                open.overdue() ? "overdue" : open.held().owner() == null ? "no-owner" : waits ? "due" : "contacted";
        return new NextStep(
                open.overdue() ? NextStep.LATE : waits ? NextStep.WAITING : NextStep.TO_LOOK_AT,
                open.overdue() ? "alert-circle" : "layout-kanban",
                "customer.step." + what,
                List.of(open.held().shortId()),
                "/cases/" + open.held().caseId());
    }

    /** Only the newest feedback with a score speaks of today. */
    private Optional<NextStep> lowScoreWithoutCase(List<Object> feedback) {
        return feedback.stream()
                .filter(FeedbackReceived.class::isInstance)
                .map(FeedbackReceived.class::cast)
                .filter(said -> !said.scores().isEmpty())
                .findFirst()
                .filter(said -> said.scores().stream().anyMatch(score -> score.band() == Band.NEGATIVE))
                .filter(said -> !customers.ledToCase(said.subjectId(), said.feedbackId()))
                .map(said -> new NextStep(
                        NextStep.TO_LOOK_AT,
                        "mood-sad",
                        "customer.step.low-score",
                        List.of(),
                        "/inbox/" + said.feedbackId()));
    }
}
