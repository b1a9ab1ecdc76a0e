package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.deadletter.DeadLetter;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.ledger.Ledger;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each processor has done, and how far it is behind the store in events and in seconds, as meters. The lag is measured against the store and not by
 * what a processor says of itself: one that stands still before an unreadable event calls itself caught up.
 */
public final class ProcessorMeters implements ApplicationListener<ApplicationReadyEvent> {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final Positions positions;
    private final JdbcClient database;
    private final DeadLetters letters;
    private final Ledger ledger;
    private final List<MeterRegistry> meters;

    public ProcessorMeters(
            ObjectProvider<EventProcessingConfiguration> processing,
            Positions positions,
            JdbcClient database,
            DeadLetters letters,
            Ledger ledger,
            List<MeterRegistry> meters) {
        this.processing = processing;
        this.positions = positions;
        this.database = database;
        this.letters = letters;
        this.ledger = ledger;
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        OrderedProcessor.of(processing.getObject())
                .forEach(processor -> meters.forEach(registry -> register(registry, processor)));
        meters.forEach(registry -> Gauge.builder("ecou.events.stored", positions, Positions::head)
                .description("Position of the last readable event")
                .register(registry));
    }

    private void register(MeterRegistry registry, OrderedProcessor processor) {
        registerLag(registry, processor.getName());
        registerLetters(registry, processor.getName());
        FunctionCounter.builder("ecou.processor.events", processor, OrderedProcessor::handled)
                .description("Events that this node has handled")
                .tag("processor", processor.getName())
                .register(registry);
        FunctionTimer.builder(
                        "ecou.processor.batches",
                        processor,
                        OrderedProcessor::batches,
                        OrderedProcessor::workedNanos,
                        TimeUnit.NANOSECONDS)
                .description("Batches that this node has handled, and how long it worked on them")
                .tag("processor", processor.getName())
                .register(registry);
    }

    private void registerLag(MeterRegistry registry, String processor) {
        Gauge.builder("ecou.processor.lag.events", () -> events(processor))
                .description("Positions between a processor and the head of the store")
                .tag("processor", processor)
                .register(registry);
        TimeGauge.builder("ecou.processor.lag", () -> seconds(processor), TimeUnit.SECONDS)
                .description("Age of the oldest event that a processor has not seen, 0 when it has seen all")
                .tag("processor", processor)
                .register(registry);
    }

    private void registerLetters(MeterRegistry registry, String processor) {
        for (DeadLetter.Status status : DeadLetter.Status.values()) {
            Gauge.builder("ecou.processor.letters", () -> letters.count(processor, status))
                    .description("Events that a processor has put aside because they, or those before them, failed")
                    .tag("processor", processor)
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("ecou.ledger.differences", () -> ledger.differences(processor))
                .description("Events by which a processor differs from the event table, 0 when both are the same")
                .tag("processor", processor)
                .register(registry);
    }

    /** How many positions lie between a processor and the head of the store. */
    public long events(String processor) {
        return Math.max(0, positions.head() - positions.of(processor));
    }

    /** The age of the oldest event that a processor has not seen, in seconds; 0 when it has seen all. */
    public double seconds(String processor) {
        return database.sql("""
                        select coalesce((select extract(epoch from clock_timestamp() - recorded_at)
                          from event_store.domain_event where global_index > ? order by global_index limit 1), 0)""")
                .param(positions.of(processor))
                .query(Double.class)
                .single();
    }
}
