package cx.ecou.actionplan.automation;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static cx.ecou.actionplan.InventedColleagues.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.actionplan.CaseExamples;
import cx.ecou.actionplan.CaseWorld;
import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.actionplan.write.customercase.AssignCase;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.ReopenCase;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
@TestPropertySource(
        properties = "test.world=opening cases") // a world of its own: what opens here is opened for the first time
class OpeningCasesIT {

    private static final Scale FIVE = new Scale(1, 5);

    @Autowired
    CaseWorld ecou;

    @Autowired
    EventStore eventStore;

    @Autowired
    InventedColleagues colleagues;

    @Autowired
    SettableClock clock;

    @Autowired
    Workload workload;

    @Autowired
    CaseFiles cases;

    @Autowired
    CommandGateway commands;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    @BeforeEach
    void everybodyIsNewAndRested() {
        clock.set(NOON);
        colleagues.are(ILINCA, MAREK, OLGA);
        database.sql("truncate action_plan.duty, action_plan.workload, action_plan.given")
                .update();
    }

    @Test
    void a_detractor_opens_a_case_for_the_owner_of_the_touchpoint() {
        var ana = CaseExamples.aDetractorFromAna();

        ecou.hears(ana);

        assertThat(ecou.historyOf(OpenCase.caseOf(ana.feedbackId())))
                .containsExactly(CaseExamples.caseOpened(), CaseExamples.assignedByTheRule());
        assertThat(ecou.caseOf(ana).status()).isEqualTo(CaseStatus.ASSIGNED);
    }

    @Test
    void somebody_content_opens_no_case() {
        var content = feedback("content-1", "delivery", "Fine.", Score.nps(8), Score.csat(4, FIVE));
        var silent = feedback("content-2", "delivery", "No score at all.");

        ecou.hears(content, silent);

        assertThat(cases.find(OpenCase.caseOf(content.feedbackId()))).isEmpty();
        assertThat(cases.find(OpenCase.caseOf(silent.feedbackId()))).isEmpty();
    }

    @Test
    void severity_decides_until_when_the_customer_must_hear_from_us() {
        var urgent = feedback("severity-1", "shop", null, Score.csat(1, FIVE));
        var high = feedback("severity-2", "shop", null, Score.csat(2, FIVE));
        var normal = feedback("severity-3", "shop", null, Score.nps(6.5));

        ecou.hears(urgent, high, normal);

        assertThat(List.of(ecou.caseOf(urgent), ecou.caseOf(high), ecou.caseOf(normal)))
                .extracting("priority", "dueAt")
                .containsExactly(
                        tuple(Priority.URGENT, NOON.plus(Duration.ofHours(4))),
                        tuple(Priority.HIGH, NOON.plus(Duration.ofDays(1))),
                        tuple(Priority.NORMAL, NOON.plus(Duration.ofDays(3))));
    }

    @Test
    void feedback_of_long_ago_gets_a_due_time_that_can_still_be_kept() {
        clock.set(NOON.plus(Duration.ofDays(365)));
        var old = feedback("old-1", "shop", "Last year.", Score.nps(0));

        ecou.hears(old);

        assertThat(ecou.caseOf(old).dueAt())
                .isEqualTo(NOON.plus(Duration.ofDays(365)).plus(Duration.ofHours(4)));
    }

    @Test
    void a_touchpoint_that_nobody_answers_for_goes_to_whoever_has_the_fewest_open_cases() {
        workload.own(Ids.next(), ILINCA.id(), NOON);
        var lost = feedback("fewest-1", "returns", null, Score.nps(3));

        ecou.hears(lost);

        assertThat(ecou.caseOf(lost).owner()).isEqualTo(MAREK.id());
    }

    @Test
    void the_cases_of_one_batch_are_shared_out_evenly() {
        FeedbackReceived[] sixty = IntStream.range(0, 60)
                .mapToObj(n -> feedback("batch-" + n, "returns", null, Score.nps(3)))
                .toArray(FeedbackReceived[]::new);

        ecou.hears(sixty);

        assertThat(workload.ownedCases()).containsEntry(ILINCA.id(), 30).containsEntry(MAREK.id(), 30);
    }

    @Test
    void whoever_is_away_is_given_nothing() {
        colleagues.are(with(ILINCA, false), MAREK, OLGA);
        var late = feedback("away-1", "delivery", null, Score.nps(3));

        ecou.hears(late);

        assertThat(ecou.caseOf(late).owner()).isEqualTo(MAREK.id());
    }

    @Test
    void an_available_manager_works_too() {
        colleagues.are(with(OLGA, true));
        var late = feedback("manager-1", "delivery", null, Score.nps(3));

        ecou.hears(late);

        assertThat(ecou.caseOf(late).owner()).isEqualTo(OLGA.id());
    }

    @Test
    void with_nobody_available_the_case_waits_in_the_queue() {
        colleagues.are(with(ILINCA, false), OLGA);
        var late = feedback("queue-1", "delivery", null, Score.nps(3));

        ecou.hears(late);

        assertThat(ecou.caseOf(late)).extracting("status", "owner").containsExactly(CaseStatus.OPEN, null);
    }

    @Test
    void work_that_is_handed_over_done_or_taken_up_again_is_counted_where_it_is() {
        var one = feedback("handed-1", "delivery", null, Score.nps(3));
        ecou.hears(one);
        UUID caseId = OpenCase.caseOf(one.feedbackId());

        ecou.does(new AssignCase(caseId, MAREK.id(), OLGA.id(), NOON));
        assertThat(workload.ownedCases()).containsOnly(entry(MAREK.id(), 1));

        ecou.does(new ResolveCase(caseId, Outcome.NOT_JUSTIFIED, RootCause.STAFF, null, MAREK.id(), NOON));
        assertThat(workload.ownedCases()).isEmpty();

        ecou.does(new ReopenCase(caseId, "It was.", MAREK.id(), NOON, NOON.plusSeconds(60)));
        assertThat(workload.ownedCases()).containsOnly(entry(MAREK.id(), 1));
    }

    @Test
    void a_case_that_exists_is_answered_and_neither_opened_nor_counted_again() {
        var twice = feedback("twice-1", "delivery", null, Score.nps(3));
        UUID caseId = OpenCase.caseOf(twice.feedbackId());
        commands.sendAndWait(
                new OpenCase(caseId, twice, Score.nps(3), Priority.HIGH, null, NOON, NOON.plus(Duration.ofDays(1))));

        ecou.hears(twice);

        assertThat(ecou.historyOf(caseId)).hasSize(1);
        assertThat(workload.ownedCases()).isEmpty();
    }

    @Test
    void two_reactions_that_race_open_one_case() throws Exception {
        var raced = feedback("race-1", "delivery", null, Score.nps(3));
        UUID caseId = OpenCase.caseOf(raced.feedbackId());
        var opened = new CountDownLatch(1);
        var heard = new CountDownLatch(1);
        var otherNode = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            commands.sendAndWait(new OpenCase(
                    caseId, raced, Score.nps(3), Priority.HIGH, MAREK.id(), NOON, NOON.plus(Duration.ofDays(1))));
            // Whoever asks for an aggregate must find it, so its events are written now and not with the commit.
            assertThat(eventStore.lastSequenceNumberFor(caseId.toString())).isPresent();
            opened.countDown();
            await(heard);
        }));
        opened.await();

        facts.record(List.of(new Fact(raced.feedbackId(), "Feedback", raced)));
        heard.countDown();
        otherNode.get();
        ecou.settles();

        assertThat(ecou.historyOf(caseId))
                .hasExactlyElementsOfTypes(CaseOpened.class, CaseAssigned.class)
                .last()
                .isEqualTo(new CaseAssigned(caseId, MAREK.id(), null, NOON));
        assertThat(workload.ownedCases()).containsOnly(entry(MAREK.id(), 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
