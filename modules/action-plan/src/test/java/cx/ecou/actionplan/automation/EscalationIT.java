package cx.ecou.actionplan.automation;

import static cx.ecou.actionplan.CaseExamples.minutesLater;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static cx.ecou.actionplan.InventedColleagues.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import cx.ecou.actionplan.CaseExamples;
import cx.ecou.actionplan.CaseWorld;
import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.actionplan.write.customercase.ReopenCase;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class EscalationIT {

    private static final Colleague ADMIN = new Colleague(Ids.next(), "Root", Role.ADMIN, Set.of(), true);

    @Autowired
    CaseWorld ecou;

    @Autowired
    WhenCaseIsOverdueThenEscalate escalation;

    @Autowired
    InventedColleagues colleagues;

    @Autowired
    SettableClock clock;

    @Autowired
    Workload workload;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void everybodyIsNewAndRested() {
        clock.set(CaseExamples.NOON);
        colleagues.are(ILINCA, OLGA);
        database.sql("truncate action_plan.duty, action_plan.workload, action_plan.given")
                .update();
    }

    @Test
    void the_due_time_is_an_appointment_that_names_nobody() {
        var late = late("appointment-1");

        ecou.hears(late);

        assertThat(database.sql("""
                                select task_name, task_data, execution_time = ? as at_the_due_time
                                  from event_store.scheduled_task where task_instance = ?
                                """)
                        .params(
                                Timestamp.from(ecou.caseOf(late).dueAt()),
                                ecou.caseOf(late).caseId().toString())
                        .query()
                        .singleRow())
                .containsEntry("task_name", "action-plan.escalate-case")
                .containsEntry("task_data", null)
                .containsEntry("at_the_due_time", true);
    }

    @Test
    void at_the_due_time_it_comes_before_the_manager_and_stays_with_its_owner() {
        var late = late("overdue-1");
        ecou.hears(late);
        UUID caseId = ecou.caseOf(late).caseId();

        fallsDue(late);

        assertThat(ecou.historyOf(caseId)).endsWith(new CaseEscalated(caseId, OLGA.id(), clock.instant()));
        assertThat(ecou.caseOf(late))
                .extracting("owner", "escalatedTo", "escalatedAt")
                .containsExactly(ILINCA.id(), OLGA.id(), clock.instant());
        assertThat(workload.escalatedCases()).containsEntry(OLGA.id(), 1);
    }

    @Test
    void it_escalates_once_however_often_it_is_asked() {
        var late = late("once-1");
        ecou.hears(late);

        fallsDue(late);
        fallsDue(late);

        assertThat(escalationsOf(late)).isEqualTo(1);
    }

    @Test
    void a_customer_who_has_heard_from_us_is_no_reason_to_escalate() {
        var late = late("contacted-1");
        ecou.hears(late);
        ecou.does(new RecordContact(
                OpenCase.caseOf(late.feedbackId()), ContactChannel.PHONE, "Sorry.", ILINCA.id(), minutesLater(1)));

        fallsDue(late);

        assertThat(escalationsOf(late)).isZero();
        assertThat(workload.escalatedCases()).isEmpty();
    }

    @Test
    void a_case_of_which_not_all_can_be_read_keeps_its_appointment() {
        var late = late("unreadable-1");
        ecou.hears(late);
        UUID caseId = OpenCase.caseOf(late.feedbackId());
        ecou.meetsAnEventOfTheFuture(caseId);
        clock.set(ecou.caseOf(late).dueAt());

        assertThatThrownBy(() -> escalation.onDue(caseId, clock.instant()))
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        rule -> assertThat(rule.code()).isEqualTo("unreadable-history"));
        assertThat(workload.escalatedCases()).isEmpty();
    }

    @Test
    void a_reopened_case_has_a_new_appointment_and_can_escalate_once_more() {
        var late = late("again-1");
        ecou.hears(late);
        fallsDue(late);
        UUID caseId = OpenCase.caseOf(late.feedbackId());
        ecou.does(
                new ResolveCase(caseId, Outcome.NOT_REACHABLE, RootCause.PARTNER, null, ILINCA.id(), clock.instant()),
                new ReopenCase(
                        caseId,
                        "Rang back.",
                        ILINCA.id(),
                        clock.instant(),
                        clock.instant().plusSeconds(3600)));

        assertThat(scheduler.getScheduledExecution(WhenCaseIsOverdueThenEscalate.TASK.instanceId(caseId.toString())))
                .hasValueSatisfying(appointment -> assertThat(appointment.getExecutionTime())
                        .isEqualTo(ecou.caseOf(late).dueAt()));
        fallsDue(late);
        assertThat(escalationsOf(late)).isEqualTo(2);
    }

    @Test
    void an_available_manager_is_told_before_one_who_is_away() {
        var present = new Colleague(Ids.next(), "Petra", Role.CX_MANAGER, Set.of(), true);
        colleagues.are(ADMIN, ILINCA, with(OLGA, false), present);

        assertThat(whoIsTold("present-1")).isEqualTo(present.id());
    }

    @Test
    void of_two_managers_the_one_with_fewer_escalations_is_told() {
        colleagues.are(ILINCA, with(OLGA, true), new Colleague(ADMIN.id(), "Petra", Role.CX_MANAGER, Set.of(), true));
        workload.escalate(Ids.next(), OLGA.id(), clock.instant());

        assertThat(whoIsTold("fewer-1")).isEqualTo(ADMIN.id());
    }

    @Test
    void nobody_is_told_of_their_own_delay_while_there_is_somebody_else() {
        colleagues.are(ADMIN, with(OLGA, true));
        var late = late("own-1");
        ecou.hears(late);
        assertThat(ecou.caseOf(late).owner()).isEqualTo(OLGA.id());

        fallsDue(late);

        assertThat(ecou.caseOf(late).escalatedTo()).isEqualTo(ADMIN.id());
    }

    @Test
    void without_a_manager_an_administrator_is_told() {
        colleagues.are(ADMIN, ILINCA, MAREK);

        assertThat(whoIsTold("admin-1")).isEqualTo(ADMIN.id());
    }

    @Test
    void with_nobody_to_be_told_it_is_asked_again_later() {
        var late = late("nobody-1");
        ecou.hears(late);
        colleagues.are(ILINCA);
        UUID caseId = OpenCase.caseOf(late.feedbackId());
        clock.set(ecou.caseOf(late).dueAt());

        assertThat(escalation.onDue(caseId, clock.instant())).isInstanceOf(OnCompleteReschedule.class);
        colleagues.are(ILINCA, with(OLGA, true));
        assertThat(escalation.onDue(caseId, clock.instant())).isInstanceOf(OnCompleteRemove.class);

        assertThat(escalationsOf(late)).isEqualTo(1);
    }

    @Test
    void the_scheduler_keeps_the_appointment_by_itself() {
        clock.set(Instant.now().minus(Duration.ofHours(4)));
        var late = late("by-itself-1");
        colleagues.are(ILINCA, with(OLGA, true));
        ecou.hears(late);
        clock.set(Instant.now().plusSeconds(60));

        await().atMost(Duration.ofSeconds(20)).until(() -> escalationsOf(late) == 1);
    }

    private UUID whoIsTold(String externalId) {
        var late = late(externalId);
        ecou.hears(late);
        fallsDue(late);
        return Objects.requireNonNull(ecou.caseOf(late).escalatedTo());
    }

    private void fallsDue(FeedbackReceived late) {
        clock.set(ecou.caseOf(late).dueAt());
        escalation.onDue(OpenCase.caseOf(late.feedbackId()), clock.instant());
        ecou.settles();
    }

    private long escalationsOf(FeedbackReceived late) {
        return ecou.historyOf(OpenCase.caseOf(late.feedbackId())).stream()
                .filter(CaseEscalated.class::isInstance)
                .count();
    }

    private static FeedbackReceived late(String externalId) {
        return CaseExamples.feedback(externalId, "delivery", "Too late.", Score.nps(0));
    }
}
