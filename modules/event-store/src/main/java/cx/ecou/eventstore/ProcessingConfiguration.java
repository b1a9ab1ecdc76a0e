package cx.ecou.eventstore;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.deadletter.LetterBox;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.ledger.EventCounts;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.processing.FirstPlaces;
import cx.ecou.eventstore.processing.OrderedProcessor;
import cx.ecou.eventstore.processing.ProcessorMeters;
import cx.ecou.eventstore.processing.ProcessorPlace;
import cx.ecou.eventstore.processing.Processors;
import cx.ecou.eventstore.processing.Reconciliation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How processors run: in order, in batches, and putting aside what cannot be handled instead of stepping over it. */
@AutoConfiguration(after = EventStoreConfiguration.class)
public class ProcessingConfiguration {

    @Bean
    ConfigurerModule processors(
            JdbcClient database,
            TransactionManager transactions,
            @Value("${ecou.event-store.node-silence:30s}") Duration silence) {
        return configurer -> configurer
                .eventProcessing()
                // Axon would log what a handler throws, personal data included, and go on as if nothing had happened.
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance())
                .registerEventProcessorFactory((name, axon, handlers) -> new OrderedProcessor(
                        handlers,
                        axon.getComponent(OrderedEventStore.class),
                        new ProcessorPlace(name, database, silence),
                        new LetterBox(name, database),
                        transactions));
    }

    @Bean
    DeadLetters deadLetters(JdbcClient database) {
        return new DeadLetters(database);
    }

    @Bean
    FirstPlaces firstPlaces(
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<ReactionGroup> reactions,
            Positions positions,
            JdbcClient database) {
        return new FirstPlaces(processing, reactions, positions, database);
    }

    @Bean
    ProcessorMeters processorMeters(
            ObjectProvider<EventProcessingConfiguration> processing,
            Positions positions,
            JdbcClient database,
            DeadLetters letters,
            Ledger ledger,
            List<MeterRegistry> meters) {
        return new ProcessorMeters(processing, positions, database, letters, ledger, meters);
    }

    @Bean
    Ledger ledger(JdbcClient database) {
        return new Ledger(database);
    }

    @Bean
    Reconciliation reconciliation(
            ObjectProvider<EventProcessingConfiguration> processing,
            OrderedEventStore events,
            JdbcClient database,
            Ledger ledger) {
        return new Reconciliation(
                () -> OrderedProcessor.of(processing.getObject()),
                events,
                new EventCounts(database),
                ledger,
                events::inBurst);
    }

    /** What is new is a matter of milliseconds. */
    @Bean
    RecurringTask<Void> lookAtNew(ObjectProvider<Reconciliation> reconciliation) {
        return Tasks.recurring("event-store.look-at-new", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> reconciliation.getObject().lookAtNew());
    }

    /** Everything is read once, some seconds for a million events: at night. */
    @Bean
    RecurringTask<Void> lookAtAll(ObjectProvider<Reconciliation> reconciliation) {
        return Tasks.recurring("event-store.look-at-all", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 30)))
                .execute((instance, context) -> reconciliation.getObject().lookAtAll());
    }

    @Bean
    Processors processorsOfAllNodes(
            ObjectProvider<EventProcessingConfiguration> processing,
            Positions positions,
            ProcessorMeters behind,
            JdbcClient database) {
        return new Processors(processing, positions, behind, database);
    }
}
