package cx.ecou.actionplan.automation;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.aDetractorFromAna;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cx.ecou.actionplan.CaseWorld;
import cx.ecou.actionplan.commands.TakeOverCase;
import cx.ecou.actionplan.commands.TakeOverCase.Closed;
import cx.ecou.actionplan.commands.TakeOverCase.Contacted;
import cx.ecou.actionplan.commands.TakeOverCase.Noted;
import cx.ecou.actionplan.commands.TakeOverCase.Resolved;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EcouTest
class CaseTakeoverIT {

    private static final Instant LAST_YEAR = NOON.minus(Duration.ofDays(365));

    @Autowired
    CaseWorld ecou;

    @Autowired
    CommandGateway commands;

    @Test
    void a_case_that_was_worked_on_elsewhere_keeps_its_moments() {
        ecou.does(new TakeOverCase(
                aDetractorFromAna(),
                ILINCA.id(),
                LAST_YEAR,
                List.of(
                        new Contacted(ContactChannel.PHONE, "Apologised.", LAST_YEAR.plusSeconds(3_600)),
                        new Noted("Prefers e-mail.", LAST_YEAR.plusSeconds(3_700)),
                        new Resolved(Outcome.RECOVERED, RootCause.DELIVERY, null, LAST_YEAR.plusSeconds(7_200)),
                        new Closed(LAST_YEAR.plusSeconds(9_000)))));

        CaseFile found = ecou.caseOf(aDetractorFromAna());
        assertThat(found.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(found.owner()).isEqualTo(ILINCA.id());
        assertThat(found.openedAt()).isEqualTo(LAST_YEAR);
        assertThat(found.dueAt()).isEqualTo(LAST_YEAR.plus(Duration.ofDays(1)));
        assertThat(found.contactedAt()).isEqualTo(LAST_YEAR.plusSeconds(3_600));
        assertThat(found.closedAt()).isEqualTo(LAST_YEAR.plusSeconds(9_000));
    }

    @Test
    void its_feedback_opens_no_second_case_when_it_arrives_afterwards() {
        FeedbackReceived late = feedback("r-late", "delivery", null, Score.nps(2));
        ecou.does(new TakeOverCase(late, ILINCA.id(), LAST_YEAR, List.of()));

        ecou.hears(late);

        assertThat(ecou.caseOf(late).openedAt()).isEqualTo(LAST_YEAR);
    }

    @Test
    void a_case_that_is_here_already_is_left_as_it_is() {
        FeedbackReceived known = feedback("r-known", "delivery", null, Score.nps(2));
        ecou.hears(known);
        CaseFile before = ecou.caseOf(known);

        boolean opened = commands.<Boolean>sendAndWait(
                new TakeOverCase(known, ILINCA.id(), LAST_YEAR, List.of(new Noted("Old.", LAST_YEAR.plusSeconds(60)))));

        ecou.settles();
        assertThat(opened).isFalse();
        assertThat(ecou.caseOf(known)).isEqualTo(before);
    }

    @Test
    void feedback_that_is_not_negative_needs_no_case() {
        FeedbackReceived content = feedback("r-content", "delivery", null, Score.nps(10));

        assertThat(commands.<Boolean>sendAndWait(new TakeOverCase(content, null, LAST_YEAR, List.of())))
                .isFalse();
        assertThat(ecou.historyOf(OpenCase.caseOf(content.feedbackId()))).isEmpty();
    }

    @Test
    void a_history_that_breaks_a_rule_is_refused_as_a_whole() {
        FeedbackReceived hasty = feedback("r-hasty", "delivery", null, Score.nps(1));
        var command = new TakeOverCase(hasty, ILINCA.id(), LAST_YEAR, List.of(new Closed(LAST_YEAR.plusSeconds(60))));

        assertThatExceptionOfType(DomainRuleViolation.class)
                .isThrownBy(() -> commands.sendAndWait(command))
                .matches(refused -> refused.code().equals("case.not-resolved"));
        assertThat(ecou.historyOf(OpenCase.caseOf(hasty.feedbackId()))).isEmpty();
    }
}
