package cx.ecou.actionplan.api;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cx.ecou.actionplan.api.RepeatableRequests.Answer;
import cx.ecou.actionplan.read.workload.WorkloadExamples;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

class RepeatableRequestsIT {

    private final DataSource dataSource = WorkloadExamples.emptyDatabase();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final SettableClock clock = new SettableClock(NOON);
    private final RepeatableRequests requests = new RepeatableRequests(
            database, new TransactionTemplate(new DataSourceTransactionManager(dataSource)), clock);
    private final UUID shop = Ids.next();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void a_write_is_done_once_and_its_answer_kept() {
        assertThat(once("k-1", "a")).isEqualTo(new Answer(1, false));
        assertThat(once("k-1", "a")).isEqualTo(new Answer(1, true));
        assertThat(once("k-2", "a")).isEqualTo(new Answer(2, false));
        assertThat(done).hasValue(2);
    }

    @Test
    void other_content_under_the_same_key_is_a_conflict() {
        once("k-1", "a");
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> once("k-1", "b"))
                .satisfies(refusal -> assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.CONFLICT))
                .satisfies(
                        refusal -> assertThat(refusal.getBody().getType()).hasToString("/problems/conflicting-repeat"));
        assertThat(done).hasValue(1);
    }

    @Test
    void a_write_that_fails_leaves_no_key_behind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> requests.once(shop, "k-1", "a", () -> {
                    throw new IllegalStateException("refused");
                }));
        assertThat(once("k-1", "b")).isEqualTo(new Answer(1, false));
    }

    @Test
    void a_repeat_that_comes_too_early_waits_for_the_first_and_is_answered_as_it() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> requests.once(shop, "k-1", "a", held(begun, go)));
        begun.await();
        var second = CompletableFuture.supplyAsync(() -> once("k-1", "a"));
        Awaitility.await().until(this::somebodyWaits);

        go.countDown();

        assertThat(first.get()).isEqualTo(new Answer(1, false));
        assertThat(second.get()).isEqualTo(new Answer(1, true));
        assertThat(done).hasValue(1);
    }

    @Test
    void a_repeat_that_waited_for_a_failure_is_done_itself() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> requests.once(shop, "k-1", "a", () -> {
            throw new IllegalStateException(
                    "refused as number " + held(begun, go).getAsLong());
        }));
        begun.await();
        var second = CompletableFuture.supplyAsync(() -> once("k-1", "a"));
        Awaitility.await().until(this::somebodyWaits);

        go.countDown();

        assertThat(first).failsWithin(Duration.ofSeconds(10));
        assertThat(second.get()).isEqualTo(new Answer(2, false));
    }

    @Test
    void what_is_thirty_days_old_is_forgotten_and_nothing_younger() {
        once("old", "a");
        clock.set(NOON.plus(Duration.ofDays(1)));
        once("young", "a");
        clock.set(NOON.plus(Duration.ofDays(30)).plusSeconds(1));

        requests.forgetOld();

        assertThat(database.sql("select key from action_plan.answered_request")
                        .query(String.class)
                        .list())
                .containsExactly("young");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "with space", "ž", "line\n"})
    void without_a_proper_key_nothing_is_done(@Nullable String key) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> requests.once(shop, key, "a", this::next));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> requests.once(shop, "x".repeat(201), "a", this::next));
        assertThat(done).hasValue(0);
    }

    private Answer once(String key, String content) {
        return requests.once(shop, key, content, this::next);
    }

    private long next() {
        return done.incrementAndGet();
    }

    private LongSupplier held(CountDownLatch begun, CountDownLatch go) {
        return () -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return next();
        };
    }

    private boolean somebodyWaits() {
        return database.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }
}
