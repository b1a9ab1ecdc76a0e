package cx.ecou.eventstore.engine;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * The event store of a node: events go into the engine, and what is new comes out of it once for all processors.
 *
 * <p>Whoever waits for events is woken when they are there: a reaction to a reaction is a matter of milliseconds. What was
 * read and parsed once serves all processors that keep up.
 */
public final class OrderedEventStore extends AbstractEventStore implements AutoCloseable {

    private final OrderedEventStorageEngine engine;
    private final RecentEvents recent;
    private final Inflow inflow = new Inflow(System::nanoTime);

    public OrderedEventStore(OrderedEventStorageEngine engine) {
        super(new Builder() {}.storageEngine(engine));
        this.engine = engine;
        this.recent = new RecentEvents(engine);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        inflow.count(events.size());
        recent.look();
    }

    /** How fast this node is writing. */
    public Inflow inflow() {
        return inflow;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        recent.start();
        return new NodeStream(engine, recent, OrderedEventStorageEngine.positionOf(token));
    }

    /** What is stored at a position; empty when nothing is. */
    public List<TrackedEventMessage<?>> eventsAt(long position) {
        return engine.eventsAt(position);
    }

    @Override
    public void close() {
        recent.stop();
    }

    private abstract static class Builder extends AbstractEventStore.Builder {}
}
