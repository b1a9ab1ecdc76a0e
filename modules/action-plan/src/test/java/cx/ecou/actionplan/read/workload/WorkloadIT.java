package cx.ecou.actionplan.read.workload;

import static cx.ecou.actionplan.CaseExamples.ILINCA;
import static cx.ecou.actionplan.CaseExamples.MAREK;
import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.OLGA;
import static cx.ecou.actionplan.CaseExamples.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkloadIT {

    private static final Instant LATER = NOON.plusSeconds(60);

    private final DataSource database = WorkloadExamples.emptyDatabase();
    private final Workload workload = WorkloadExamples.on(database);
    private final WorkloadProjection projection = new WorkloadProjection(JdbcClient.create(database));
    private final UUID one = Ids.next();
    private final UUID two = Ids.next();

    @Test
    void nobody_has_anything_to_do_at_first() {
        assertThat(workload.ownedCases()).isEmpty();
        assertThat(workload.escalatedCases()).isEmpty();
        assertThat(workload.ownerOf(one)).isEmpty();
    }

    @Test
    void a_case_that_is_given_is_work_before_anything_is_read() {
        workload.own(one, ILINCA, NOON);
        workload.own(two, ILINCA, NOON);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 2));
        assertThat(workload.ownerOf(one)).contains(ILINCA);
    }

    @Test
    void said_and_read_it_is_counted_once() {
        workload.own(one, ILINCA, NOON);
        reads(new CaseAssigned(one, ILINCA, null, NOON));
        reads(new CaseAssigned(one, ILINCA, null, NOON), new CaseAssigned(one, ILINCA, null, NOON));
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
    }

    @Test
    void handed_over_it_leaves_the_one_and_comes_to_the_other() {
        workload.own(one, ILINCA, NOON);
        reads(new CaseAssigned(one, ILINCA, null, NOON), new CaseAssigned(one, MAREK, ILINCA, LATER));
        assertThat(workload.ownedCases()).containsExactly(entry(MAREK, 1));
        assertThat(workload.ownerOf(one)).contains(MAREK);
    }

    @Test
    void one_whose_clock_is_late_hands_over_as_well() {
        workload.own(one, ILINCA, LATER);
        reads(new CaseAssigned(one, ILINCA, null, LATER), new CaseAssigned(one, MAREK, ILINCA, NOON));
        assertThat(workload.ownedCases()).containsExactly(entry(MAREK, 1));
    }

    @Test
    void done_it_is_nobodys_work_however_often_that_is_said() {
        reads(new CaseAssigned(one, ILINCA, null, NOON), new CaseEscalated(one, OLGA, NOON), resolved());
        reads(resolved());
        assertThat(workload.ownedCases()).isEmpty();
        assertThat(workload.escalatedCases()).isEmpty();
        assertThat(database("select kind, colleague, cases from action_plan.workload"))
                .isEmpty();
    }

    @Test
    void taken_up_again_it_is_its_owners_work_and_no_longer_the_managers() {
        reads(new CaseAssigned(one, ILINCA, null, NOON), new CaseEscalated(one, OLGA, NOON), resolved());
        reads(reopened(), reopened());
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
        assertThat(workload.escalatedCases()).isEmpty();
    }

    @Test
    void an_escalation_is_work_of_another_kind() {
        reads(new CaseAssigned(one, ILINCA, null, NOON), new CaseEscalated(one, OLGA, NOON));
        workload.escalate(two, OLGA, NOON);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
        assertThat(workload.escalatedCases()).containsExactly(entry(OLGA, 2));
    }

    @Test
    void a_case_that_escalates_again_counts_again_at_once() {
        workload.escalate(one, OLGA, NOON);
        reads(new CaseAssigned(one, ILINCA, null, NOON), new CaseEscalated(one, OLGA, NOON), resolved(), reopened());
        assertThat(workload.escalatedCases()).isEmpty();

        workload.escalate(one, MAREK, LATER);
        assertThat(workload.escalatedCases()).containsExactly(entry(MAREK, 1));
        reads(new CaseEscalated(one, MAREK, LATER));
        assertThat(workload.escalatedCases()).containsExactly(entry(MAREK, 1));
    }

    @Test
    void what_is_given_within_a_transaction_counts_at_once_and_not_at_all_when_it_is_rolled_back() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            workload.own(one, ILINCA, NOON);
            assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
            status.setRollbackOnly();
        });
        assertThat(workload.ownedCases()).isEmpty();
    }

    @Test
    void in_a_batch_each_case_sees_the_one_before_it_and_the_next_batch_sees_them_all() {
        reads(new CaseAssigned(two, MAREK, null, NOON));
        inBatch(() -> {
            assertThat(workload.ownedCases()).containsExactly(entry(MAREK, 1));
            workload.own(one, ILINCA, NOON);
            workload.own(Ids.next(), ILINCA, NOON);
            assertThat(workload.ownedCases()).containsOnly(entry(MAREK, 1), entry(ILINCA, 2));
        });
        assertThat(workload.ownedCases()).containsOnly(entry(MAREK, 1), entry(ILINCA, 2));

        reads(new CaseAssigned(one, ILINCA, null, NOON));
        inBatch(() -> workload.own(Ids.next(), MAREK, NOON));
        assertThat(workload.ownedCases()).containsOnly(entry(MAREK, 2), entry(ILINCA, 2));
        assertThat(database("select kind, colleague, 1 from action_plan.given where case_id = '" + one + "'"))
                .as("what has been read is forgotten")
                .isEmpty();
    }

    @Test
    void a_batch_that_fails_has_given_nothing() {
        var failed = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null).executeWithResult(() -> {
            workload.own(one, ILINCA, NOON);
            throw new IllegalStateException();
        });
        assertThat(failed.isExceptional()).isTrue();
        assertThat(workload.ownedCases()).isEmpty();
    }

    @Test
    void work_given_at_the_same_moment_is_all_counted() {
        List<CompletableFuture<Void>> given = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 25; n++) {
                        workload.own(Ids.next(), ILINCA, NOON);
                    }
                }))
                .toList();
        given.forEach(CompletableFuture::join);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 200));
    }

    @Test
    void the_counts_are_what_one_would_count_however_many_events_are_read_at_once() {
        List<UUID> cases = IntStream.range(0, 31).mapToObj(n -> Ids.next()).toList();
        List<ActionPlanEvent> events = IntStream.range(0, 500)
                .mapToObj(n -> step(n, cases.get(n * 7 % cases.size())))
                .toList();
        events.forEach(this::reads);
        List<String> singly = everything();

        JdbcClient.create(database)
                .sql("truncate action_plan.duty, action_plan.workload")
                .update();
        for (int from = 0, size = 1; from < events.size(); from += size, size = size * 2 % 97) {
            reads(events.subList(from, Math.min(from + size, events.size())).toArray(ActionPlanEvent[]::new));
        }

        assertThat(everything()).isEqualTo(singly).hasSizeGreaterThan(31);
        assertThat(database("select kind, colleague, cases from action_plan.workload"))
                .isEqualTo(
                        database("select kind, colleague, count(*) from action_plan.duty where active group by 1, 2"))
                .isNotEmpty();
    }

    /** As many cases as have no common divisor with the five steps: each case meets each step. */
    private ActionPlanEvent step(int n, UUID caseId) {
        UUID colleague = List.of(ILINCA, MAREK, OLGA).get(n * 5 % 3);
        return switch (n % 5) {
            case 0, 1 -> new CaseAssigned(caseId, colleague, null, NOON.plusSeconds(n));
            case 2 -> new CaseEscalated(caseId, colleague, NOON.plusSeconds(n));
            case 3 ->
                new CaseResolved(
                        caseId, SUBJECT, Outcome.EXPLAINED, RootCause.POLICY, null, ILINCA, NOON.plusSeconds(n));
            default ->
                new CaseReopened(caseId, SUBJECT, "Again.", ILINCA, NOON.plusSeconds(n), NOON.plusSeconds(n + 60));
        };
    }

    /** As one batch. */
    private void reads(ActionPlanEvent... events) {
        inBatch(() -> {
            for (ActionPlanEvent event : events) {
                if (event instanceof CaseAssigned assigned) {
                    projection.on(assigned);
                } else if (event instanceof CaseEscalated escalated) {
                    projection.on(escalated);
                } else if (event instanceof CaseResolved resolved) {
                    projection.on(resolved);
                } else if (event instanceof CaseReopened reopened) {
                    projection.on(reopened);
                }
            }
        });
    }

    private static void inBatch(Runnable work) {
        DefaultUnitOfWork.<EventMessage<?>>startAndGet(null).execute(work);
    }

    private List<String> everything() {
        return Stream.concat(
                        database("select kind, colleague, cases from action_plan.workload").stream(),
                        database("select kind || ' ' || case_id || ' ' || active || ' ' || since, colleague, 1"
                                        + " from action_plan.duty")
                                .stream())
                .toList();
    }

    private List<String> database(String sql) {
        return JdbcClient.create(database)
                .sql(sql)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private CaseReopened reopened() {
        return new CaseReopened(one, SUBJECT, "Again.", ILINCA, NOON, NOON.plusSeconds(60));
    }

    private CaseResolved resolved() {
        return new CaseResolved(one, SUBJECT, Outcome.EXPLAINED, RootCause.POLICY, null, ILINCA, NOON);
    }
}
