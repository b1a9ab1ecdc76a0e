package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Readers against open transactions, held open at a named step. The stock engine loses events here. */
class OrderedReadingIT {

    private final DataSource database = LampStore.database();
    private final PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
    private final OrderedEventStorageEngine engine = LampStore.engine(database);

    @BeforeEach
    void one_event_is_there() {
        append(0, Instant.now());
    }

    @Test
    void what_a_slow_transaction_wrote_first_is_neither_skipped_nor_overtaken() {
        nested(() -> {
            append(1, Instant.now().minusSeconds(7_200));
            inAnotherTransaction(() -> append(2, Instant.now()));
            outside(() -> assertThat(readFrom(0)).containsExactly(0));
        });

        assertThat(readFrom(0)).containsExactly(0, 1, 2);
    }

    @Test
    void a_reader_that_went_on_meanwhile_gets_the_late_rows_next() {
        TrackingToken[] seen = new TrackingToken[1];
        nested(() -> {
            append(1, Instant.now());
            inAnotherTransaction(() -> append(2, Instant.now()));
            outside(() -> seen[0] = engine.createHeadToken());
        });
        append(3, Instant.now());

        assertThat(readAfter(seen[0])).containsExactly(1, 2, 3);
    }

    @Test
    void a_transaction_that_rolls_back_holds_nothing_up_once_it_is_gone() {
        nested(() -> {
            append(1, Instant.now());
            inAnotherTransaction(() -> append(2, Instant.now()));
            throw new IllegalStateException("rolled back");
        });

        assertThat(readFrom(0)).containsExactly(0, 2);
    }

    @Test
    void long_lists_wait_for_slow_transactions_as_single_events_do() {
        nested(() -> {
            append(1, Instant.now());
            inAnotherTransaction(() -> engine.appendEvents(IntStream.rangeClosed(2, 51)
                    .mapToObj(n -> LampStore.lit(n, Instant.now()))
                    .toList()));
            outside(() -> assertThat(readFrom(0)).containsExactly(0));
        });

        assertThat(readFrom(0)).hasSize(52).isSorted();
    }

    @Test
    void a_storm_of_rolled_back_values_does_not_stop_a_new_reader() {
        JdbcClient.create(database)
                .sql(
                        "select count(nextval('event_store.domain_event_global_index_seq')) from generate_series(1, 100000)")
                .query()
                .singleRow();
        append(1, Instant.now());

        assertThat(readAfter(engine.createTailToken())).containsExactly(0, 1);
    }

    @Test
    void an_idle_reader_at_the_head_reads_nothing() {
        assertThat(readAfter(engine.createHeadToken())).isEmpty();
    }

    @Test
    void what_a_transaction_appends_is_written_at_once_at_its_end() {
        nested(() -> {
            for (int n = 1; n <= 30; n++) {
                engine.appendEvents(LampStore.lit(n, Instant.now()));
            }
            assertThat(count()).isEqualTo(1);
        });

        assertThat(readFrom(0)).hasSize(31).isSorted();
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_behind_for_the_next() {
        nested(() -> {
            engine.appendEvents(LampStore.lit(1, Instant.now()));
            throw new IllegalStateException("rolled back");
        });
        nested(() -> engine.appendEvents(LampStore.lit(2, Instant.now())));

        assertThat(readFrom(0)).containsExactly(0, 2);
    }

    private int count() {
        return JdbcClient.create(database)
                .sql("select count(*) from event_store.domain_event")
                .query(Integer.class)
                .single();
    }

    private List<Integer> readFrom(long position) {
        return readAfter(new GlobalSequenceTrackingToken(position));
    }

    private List<Integer> readAfter(TrackingToken token) {
        return engine.readEvents(token, false).map(LampStore::brightness).toList();
    }

    private void append(int brightness, Instant recordedAt) {
        EventMessage<?> event = LampStore.lit(brightness, recordedAt);
        engine.appendEvents(event);
        // Whoever asks for the aggregate must find it: so it is written here, and not only at the end of the
        // transaction.
        assertThat(engine.lastSequenceNumberFor(((DomainEventMessage<?>) event).getAggregateIdentifier()))
                .hasValue(0L);
    }

    private void nested(Runnable steps) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> steps.run());
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back");
        }
    }

    private void inAnotherTransaction(Runnable steps) {
        propagation(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(status -> steps.run());
    }

    private void outside(Runnable steps) {
        propagation(TransactionDefinition.PROPAGATION_NOT_SUPPORTED).executeWithoutResult(status -> steps.run());
    }

    private TransactionTemplate propagation(int behavior) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(behavior);
        return template;
    }
}
