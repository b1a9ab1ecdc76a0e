package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Lamp;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same step by step as in {@link OrderedReadingIT}, on the engine that comes with Axon: why Ecou has its own
 * (AxonFramework #4829). When this fails after an upgrade, ours may no longer be needed.
 */
class StockReadingIT {

    private final DataSource database = TestDatabase.fresh();
    private final PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
    private final JdbcEventStorageEngine stock = stockEngine();

    @Test
    void the_stock_engine_never_gives_what_a_slow_transaction_wrote_first() {
        assertThat(readAroundASlowTransaction(stock)).containsExactly(0, 2);
    }

    @Test
    void ours_does() {
        DataSource own = LampStore.database();

        assertThat(new Steps(LampStore.engine(own), new DataSourceTransactionManager(own)).read())
                .containsExactly(0, 1, 2);
    }

    private List<Integer> readAroundASlowTransaction(EventStorageEngine engine) {
        return new Steps(engine, transactions).read();
    }

    /**
     * One reader that goes on from its own token: while the first of two transactions is still open, and when both are
     * done. The clock of the writers is two hours slow.
     */
    private record Steps(EventStorageEngine engine, PlatformTransactionManager transactions) {

        List<Integer> read() {
            List<TrackedEventMessage<?>> seen = new ArrayList<>();
            append(0);
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                append(1);
                apart(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> append(2));
                apart(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, () -> goOn(seen));
            });
            goOn(seen);
            return seen.stream().map(LampStore::brightness).toList();
        }

        private void append(int brightness) {
            var event = (DomainEventMessage<?>)
                    LampStore.lit(brightness, Instant.now().minusSeconds(7_200));
            engine.appendEvents(event);
            assertThat(engine.lastSequenceNumberFor(event.getAggregateIdentifier()))
                    .hasValue(0L);
        }

        private void goOn(List<TrackedEventMessage<?>> seen) {
            @Nullable
            TrackingToken token =
                    seen.isEmpty() ? null : seen.get(seen.size() - 1).trackingToken();
            engine.readEvents(token, false).forEach(seen::add);
        }

        private void apart(int behavior, Runnable step) {
            var template = new TransactionTemplate(transactions);
            template.setPropagationBehavior(behavior);
            template.executeWithoutResult(status -> step.run());
        }
    }

    private JdbcEventStorageEngine stockEngine() {
        Serializer serializer =
                new NamedEventSerializer(new LogicalNames(List.of(new EventRegister("lamp", Lamp.class))));
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(new SpringTransactionManager(transactions))
                .persistenceExceptionResolver(new SQLStateResolver("23505"))
                .build();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }
}
