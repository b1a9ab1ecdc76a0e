package cx.ecou.eventstore;

import cx.ecou.eventstore.processing.FirstTokens;
import cx.ecou.eventstore.processing.ProcessorLag;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How processors run: pooled, in batches, and standing still at an error instead of stepping over it. */
@AutoConfiguration(after = EventStoreConfiguration.class)
public class ProcessingConfiguration {

    private static final int BATCH = 500;

    @Bean
    ConfigurerModule processors() {
        return configurer -> configure(configurer.eventProcessing());
    }

    private static void configure(EventProcessingConfigurer processing) {
        processing
                .usingPooledStreamingEventProcessors()
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessorConfiguration((configuration, builder) -> builder.batchSize(BATCH)
                        .initialSegmentCount(1)
                        .enableCoordinatorClaimExtension()
                        .workerExecutor(name -> Executors.newScheduledThreadPool(
                                1, new AxonThreadFactory("WorkPackage[" + name + "]"))));
    }

    @Bean
    FirstTokens firstTokens(
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<ReactionGroup> reactions,
            TokenStore tokens,
            EventStore eventStore,
            PlatformTransactionManager transactions) {
        return new FirstTokens(processing, reactions, tokens, eventStore, new TransactionTemplate(transactions));
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
