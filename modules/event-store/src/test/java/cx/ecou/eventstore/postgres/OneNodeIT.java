package cx.ecou.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that begin at the same moment. */
class OneNodeIT {

    private final DataSource database = TestDatabase.fresh();

    @Test
    void the_second_waits_for_the_first() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> OneNode.does(database, () -> {
            begun.countDown();
            hold(goOn);
            done.add("first");
        }));
        begun.await();
        var second = CompletableFuture.runAsync(() -> OneNode.does(database, () -> done.add("second")));
        await().until(this::somebodyWaits);

        goOn.countDown();

        assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void who_fails_lets_the_next_one_try() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OneNode.does(database, () -> {
                    throw new IllegalStateException("no migration today");
                }));

        OneNode.does(database, () -> assertThat(somebodyWaits()).isFalse());
    }

    @Test
    void many_that_start_on_an_empty_database_make_its_schema_once() {
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 6)
                .mapToObj(node -> CompletableFuture.runAsync(() -> OneNode.does(
                        database, () -> Migrations.carryOut(database, List.of(new ModuleSchema("event-store", 0))))))
                .toList();

        assertThat(nodes).allSatisfy(node -> assertThat(node).succeedsWithin(Duration.ofSeconds(60)));
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from event_store.flyway_schema_history where version = '1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean somebodyWaits() {
        return JdbcClient.create(database).sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                                          and database = (select oid from pg_database where datname = current_database()))
                        """).query(Boolean.class).single();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
