package cx.ecou.eventstore;

import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.deadletter.LetterBox;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.processing.FirstPlaces;
import cx.ecou.eventstore.processing.OrderedProcessor;
import cx.ecou.eventstore.processing.ProcessorMeters;
import cx.ecou.eventstore.processing.ProcessorPlace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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
            List<MeterRegistry> meters) {
        return new ProcessorMeters(processing, positions, database, letters, meters);
    }
}
