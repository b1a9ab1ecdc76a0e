package cx.ecou.actionplan;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.actionplan.write.customercase.AddNote;
import cx.ecou.actionplan.write.customercase.AssignCase;
import cx.ecou.actionplan.write.customercase.CloseCase;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.actionplan.write.customercase.ResolveCase;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Score;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class ConcurrentStepsIT {

    @Autowired
    CaseWorld ecou;

    @Autowired
    CommandGateway commands;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient database;

    @Autowired
    InventedColleagues colleagues;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void everybodyIsThere() {
        clock.set(NOON);
        colleagues.are(ILINCA, MAREK, OLGA);
    }

    @Test
    void a_step_that_meets_an_unfinished_one_of_another_node_is_taken_after_it() throws Exception {
        UUID caseId = opened("concurrent-1");
        long before = positions.ofAggregate(caseId);
        var taken = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var otherNode = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            commands.sendAndWait(new AssignCase(caseId, MAREK.id(), OLGA.id(), NOON));
            assertThat(positions.ofAggregate(caseId)).isGreaterThan(before);
            taken.countDown();
            await(go);
        }));
        assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
        var here = CompletableFuture.runAsync(() -> Conflicts.settled(
                () -> String.valueOf(commands.<Object>sendAndWait(new AddNote(caseId, "Mine.", ILINCA.id(), NOON)))));

        Awaitility.await().until(this::somebodyWaitsToWriteAnEvent);

        go.countDown();
        otherNode.get();
        here.get();

        assertThat(ecou.historyOf(caseId).subList(2, 4)).hasExactlyElementsOfTypes(CaseAssigned.class, CaseNoted.class);
    }

    @Test
    void of_many_who_close_a_case_at_once_one_does_and_the_others_are_told() {
        UUID caseId = opened("concurrent-2");
        ecou.does(
                new RecordContact(caseId, ContactChannel.PHONE, "Spoke.", ILINCA.id(), NOON),
                new ResolveCase(caseId, Outcome.RECOVERED, RootCause.STAFF, null, ILINCA.id(), NOON));

        List<String> answers =
                IntStream.range(0, 12)
                        .mapToObj(n -> CompletableFuture.supplyAsync(() -> close(caseId)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();

        assertThat(answers)
                .hasSize(12)
                .containsOnly("case.already-closed", "closed")
                .containsOnlyOnce("closed");
        assertThat(ecou.historyOf(caseId).stream().filter(CaseClosed.class::isInstance))
                .hasSize(1);
    }

    @Test
    void no_note_is_lost_when_many_write_at_once() {
        UUID caseId = opened("concurrent-3");

        IntStream.range(0, 24)
                .mapToObj(n -> CompletableFuture.runAsync(() -> Conflicts.settled(() -> String.valueOf(
                        commands.<Object>sendAndWait(new AddNote(caseId, "Note " + n, ILINCA.id(), NOON))))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(ecou.historyOf(caseId))
                .filteredOn(CaseNoted.class::isInstance)
                .extracting(event -> ((CaseNoted) event).text())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 24).mapToObj(n -> "Note " + n).toList());
    }

    private String close(UUID caseId) {
        try {
            Conflicts.settled(
                    () -> String.valueOf(commands.<Object>sendAndWait(new CloseCase(caseId, OLGA.id(), NOON))));
            return "closed";
        } catch (DomainRuleViolation e) {
            return e.code();
        }
    }

    private UUID opened(String externalId) {
        var said = feedback(externalId, "delivery", "Late.", Score.nps(3));
        ecou.hears(said);
        return OpenCase.caseOf(said.feedbackId());
    }

    private boolean somebodyWaitsToWriteAnEvent() {
        return database.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event = 'transactionid'
                                          and query like 'insert into %domain_event%')
                        """).query(Boolean.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
