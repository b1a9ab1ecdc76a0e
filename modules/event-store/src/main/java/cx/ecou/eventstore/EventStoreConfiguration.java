package cx.ecou.eventstore;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.processing.ProcessorPositions;
import cx.ecou.eventstore.seal.Sealing;
import cx.ecou.eventstore.seal.Seals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store itself. Named to stand between Boot's data source and Axon's own configuration, which in its 4.x line does
 * not know where Boot 4 keeps its classes.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration"
        })
public class EventStoreConfiguration {

    private static final int MISSED_HEARTBEATS = 6;

    /** Shorter than the database's own limit, so that the reader hears why. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(5);

    @Bean
    ModuleSchema eventStoreSchema() {
        return ModuleSchema.guarded("event-store", 0);
    }

    @Bean
    LogicalNames logicalNames(List<EventRegister> registers) {
        return new LogicalNames(registers);
    }

    @Bean
    @Primary
    Serializer serializer(LogicalNames names) {
        return new NamedEventSerializer(names);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** PostgreSQL's "unique constraint broken": Axon's own resolver does not know it, and never sees a conflict. */
    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver("23505");
    }

    @Bean
    OrderedEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            Serializer serializer,
            org.axonframework.config.Configuration axon,
            PersistenceExceptionResolver conflicts,
            EventEncryption encryption) {
        return new OrderedEventStorageEngine(dataSource, serializer, axon.upcasterChain(), conflicts, encryption);
    }

    /** Without Axon's meters, which would cost a tenth of the intake: how much is stored and how far it has been read is ours. */
    @Bean("eventBus")
    @Qualifier("eventStore")
    OrderedEventStore eventStore(OrderedEventStorageEngine engine, Clock clock) {
        return new OrderedEventStore(engine, clock);
    }

    /** No correlation data: it would cost a quarter of a projection's time, and says nothing that the events do not. */
    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return new SimpleCorrelationDataProvider();
    }

    @Bean
    Facts facts(OrderedEventStore eventStore, PlatformTransactionManager transactions, Clock clock) {
        return new Facts(eventStore, new TransactionTemplate(transactions), clock);
    }

    @Bean
    StoredEvents storedEvents(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Serializer serializer,
            LogicalNames names,
            EventEncryption encryption) {
        return new StoredEvents(jdbc, new TransactionTemplate(transactions), serializer, names, encryption);
    }

    /** In a transaction of its own, so that nothing else is looked up in its way. */
    @Bean
    RareWords rareWords(JdbcClient database, PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.setReadOnly(true);
        return new RareWords(database, own);
    }

    @Bean
    EventBrowser eventBrowser(DataSource dataSource, LogicalNames names) {
        return new EventBrowser(dataSource, names, LONGEST_SEARCH);
    }

    @Bean
    Positions positions(
            JdbcClient database,
            OrderedEventStorageEngine engine,
            ObjectProvider<EventProcessingConfiguration> processing) {
        return new ProcessorPositions(database, engine, processing);
    }

    @Bean
    Announcements announcements(DataSource dataSource) {
        return new Announcements(dataSource);
    }

    @Bean
    Seals seals(DataSource dataSource) {
        return new Seals(dataSource);
    }

    @Bean
    Sealing sealing(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            OrderedEventStorageEngine engine,
            OrderedEventStore store,
            Clock clock) {
        return new Sealing(
                dataSource, new TransactionTemplate(transactions), engine::decidedHead, store::inBurst, clock);
    }

    @Bean
    RecurringTask<Void> sealEvents(Sealing sealing) {
        return Tasks.recurring("event-store.seal", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> sealing.seal());
    }

    @Bean
    MeterBinder sealMeters(Seals seals, Positions positions) {
        return meters -> Gauge.builder("ecou.seal.lag.events", () -> positions.head() - seals.sealedUpTo())
                .description("Positions between the last sealed event and the head of the store")
                .register(meters);
    }

    /**
     * What is to happen later, in PostgreSQL: it survives restarts, and one of several nodes does it. What recurs has its first
     * appointment made here.
     */
    @Bean(destroyMethod = "stop")
    Scheduler scheduler(
            DataSource dataSource,
            List<Task<?>> tasks,
            @Value("${ecou.event-store.node-silence:30s}") Duration silence) {
        List<Task<?>> asked =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        List<RecurringTask<?>> recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(RecurringTask.class::cast)
                .toList();
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), asked)
                .startTasks(recurring)
                .tableName("event_store.scheduled_task")
                // Imports and rebuilds work for minutes: beside them there is always somebody for what is due.
                .threads(8)
                .pollingInterval(Duration.ofSeconds(1))
                // What a killed node was doing is taken over as soon as its processors are; the defaults wait half an
                // hour.
                .heartbeatInterval(silence.dividedBy(MISSED_HEARTBEATS))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .build();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> startScheduler(Scheduler scheduler) {
        return ready -> scheduler.start();
    }
}
