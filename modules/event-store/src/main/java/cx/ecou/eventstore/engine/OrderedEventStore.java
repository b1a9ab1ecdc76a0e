package cx.ecou.eventstore.engine;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * The event store of a node: events go into the engine, and what is new comes out of it once for all processors.
 *
 * <p>Axon's own store does not tell a processor that there is something to read, so each looks twice a second. Here every
 * stream says so at once, and a reaction to a reaction is a matter of milliseconds.
 */
public final class OrderedEventStore extends AbstractEventStore implements AutoCloseable {

    private final OrderedEventStorageEngine engine;
    private final RecentEvents recent;

    public OrderedEventStore(OrderedEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor) {
        super(new Builder() {}.storageEngine(engine).messageMonitor(monitor));
        this.engine = engine;
        this.recent = new RecentEvents(engine);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        recent.look();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        recent.start();
        return new NodeStream(engine, recent, OrderedEventStorageEngine.positionOf(token));
    }

    @Override
    public void close() {
        recent.stop();
    }

    private abstract static class Builder extends AbstractEventStore.Builder {}
}
