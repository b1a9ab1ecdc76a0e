package cx.ecou.actionplan.read.workload;

import static cx.ecou.actionplan.CaseExamples.ILINCA;
import static cx.ecou.actionplan.CaseExamples.MAREK;
import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.OLGA;
import static cx.ecou.actionplan.CaseExamples.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkloadIT {

    private final DataSource database = WorkloadExamples.emptyDatabase();
    private final Workload workload = WorkloadExamples.on(database);
    private final WorkloadProjection projection = new WorkloadProjection(workload);
    private final UUID one = Ids.next();
    private final UUID two = Ids.next();

    @Test
    void nobody_has_anything_to_do_at_first() {
        assertThat(workload.ownedCases()).isEmpty();
        assertThat(workload.escalatedCases()).isEmpty();
        assertThat(workload.ownerOf(one)).isEmpty();
    }

    @Test
    void a_case_that_is_given_is_work() {
        workload.own(one, ILINCA);
        workload.own(two, ILINCA);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 2));
        assertThat(workload.ownerOf(one)).contains(ILINCA);
    }

    @Test
    void said_twice_it_is_counted_once() {
        workload.own(one, ILINCA);
        projection.on(new CaseAssigned(one, ILINCA, null, NOON));
        projection.on(new CaseAssigned(one, ILINCA, null, NOON));
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
    }

    @Test
    void handed_over_it_leaves_the_one_and_comes_to_the_other() {
        workload.own(one, ILINCA);
        projection.on(new CaseAssigned(one, MAREK, ILINCA, NOON));
        assertThat(workload.ownedCases()).containsExactly(entry(MAREK, 1));
        assertThat(workload.ownerOf(one)).contains(MAREK);
    }

    @Test
    void done_it_is_nobodys_work_however_often_that_is_said() {
        workload.own(one, ILINCA);
        workload.escalate(one, OLGA);
        projection.on(resolved());
        projection.on(resolved());
        assertThat(workload.ownedCases()).isEmpty();
        assertThat(workload.escalatedCases()).isEmpty();
    }

    @Test
    void taken_up_again_it_is_its_owners_work_and_no_longer_the_managers() {
        workload.own(one, ILINCA);
        workload.escalate(one, OLGA);
        projection.on(resolved());
        projection.on(new CaseReopened(one, SUBJECT, "Again.", ILINCA, NOON, NOON.plusSeconds(60)));
        projection.on(new CaseReopened(one, SUBJECT, "Again.", ILINCA, NOON, NOON.plusSeconds(60)));
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
        assertThat(workload.escalatedCases()).isEmpty();
    }

    @Test
    void an_escalation_is_work_of_another_kind() {
        workload.own(one, ILINCA);
        projection.on(new CaseEscalated(one, OLGA, NOON));
        workload.escalate(two, OLGA);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
        assertThat(workload.escalatedCases()).containsExactly(entry(OLGA, 2));
    }

    @Test
    void what_is_given_within_a_transaction_counts_at_once_and_not_at_all_when_it_is_rolled_back() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            workload.own(one, ILINCA);
            assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 1));
            status.setRollbackOnly();
        });
        assertThat(workload.ownedCases()).isEmpty();
    }

    @Test
    void work_given_at_the_same_moment_is_all_counted() {
        List<CompletableFuture<Void>> given = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 25; n++) {
                        workload.own(Ids.next(), ILINCA);
                    }
                }))
                .toList();
        given.forEach(CompletableFuture::join);
        assertThat(workload.ownedCases()).containsExactly(entry(ILINCA, 200));
    }

    @Test
    void the_counts_are_what_one_would_count() {
        List<UUID> colleagues = List.of(ILINCA, MAREK, OLGA);
        // As many cases as have no common divisor with the five steps: each case meets each step.
        List<UUID> cases = IntStream.range(0, 31).mapToObj(n -> Ids.next()).toList();
        for (int n = 0; n < 500; n++) {
            UUID caseId = cases.get(n * 7 % cases.size());
            UUID colleague = colleagues.get(n * 5 % colleagues.size());
            switch (n % 5) {
                case 0, 1 -> workload.own(caseId, colleague);
                case 2 -> workload.escalate(caseId, colleague);
                case 3 -> workload.rest(caseId);
                default -> workload.resume(caseId);
            }
        }
        assertThat(database("select kind, colleague, cases from action_plan.workload where cases <> 0"))
                .isEqualTo(
                        database("select kind, colleague, count(*) from action_plan.duty where active group by 1, 2"))
                .isNotEmpty();
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

    private CaseResolved resolved() {
        return new CaseResolved(one, SUBJECT, Outcome.EXPLAINED, RootCause.POLICY, null, ILINCA, NOON);
    }
}
