package cx.ecou.eventstore;

import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.processing.FirstPlaces;
import cx.ecou.eventstore.processing.OrderedProcessor;
import cx.ecou.eventstore.processing.Place;
import cx.ecou.eventstore.processing.ProcessorLag;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How processors run: in order, in batches, and standing still at an error instead of stepping over it. */
@AutoConfiguration(after = EventStoreConfiguration.class)
public class ProcessingConfiguration {

    @Bean
    ConfigurerModule processors(JdbcClient database, TransactionManager transactions) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessorFactory((name, axon, handlers) -> new OrderedProcessor(
                        handlers, axon.getComponent(OrderedEventStore.class), new Place(name, database), transactions));
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
    ProcessorLag processorLag(
            ObjectProvider<EventProcessingConfiguration> processing,
            Positions positions,
            JdbcClient database,
            List<MeterRegistry> meters) {
        return new ProcessorLag(processing, positions, database, meters);
    }
}
