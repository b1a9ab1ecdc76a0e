package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Positions as the store and the processors tell them. A processor writes its token only with a batch of events that
 * concern it; where it runs on this node, it is asked directly and knows better.
 */
public final class ProcessorPositions implements Positions {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final JdbcClient database;
    private final OrderedEventStorageEngine engine;
    private final ObjectProvider<EventProcessingConfiguration> processing;

    public ProcessorPositions(
            JdbcClient database,
            OrderedEventStorageEngine engine,
            ObjectProvider<EventProcessingConfiguration> processing) {
        this.database = database;
        this.engine = engine;
        this.processing = processing;
    }

    /** The engine is asked first: it writes what this transaction has added to the aggregate, so that it has a position. */
    @Override
    public long ofAggregate(UUID aggregateId) {
        return engine.lastPositionOf(aggregateId);
    }

    @Override
    public long head() {
        return engine.decidedHead();
    }

    @Override
    public long of(String processingGroup) {
        return Math.max(onThisNode(processingGroup), stored(processingGroup));
    }

    private long onThisNode(String processingGroup) {
        return processing
                .getObject()
                .eventProcessor(processingGroup, OrderedProcessor.class)
                .map(OrderedProcessor::position)
                .orElse(0L);
    }

    private long stored(String processingGroup) {
        return database.sql("select coalesce(min(position), 0) from event_store.processor_place where processor = ?")
                .param(processingGroup)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean await(String processingGroup, long position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (of(processingGroup) < position) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
