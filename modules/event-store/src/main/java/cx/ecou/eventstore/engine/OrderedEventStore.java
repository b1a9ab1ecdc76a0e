package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.Fact;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
    private final Yielding yielding;

    public OrderedEventStore(OrderedEventStorageEngine engine, Clock clock) {
        super(new Builder() {}.storageEngine(engine));
        this.engine = engine;
        this.yielding = new Yielding(inflow::perSecond, clock, System::nanoTime);
        this.recent = new RecentEvents(engine, yielding, clock);
    }

    /**
     * Records facts with the transaction of this thread, past the messages that Axon would make of them: at tens of
     * thousands a second these would cost as much as the facts themselves.
     *
     * @param at when they are recorded
     * @param weight as many ordinary facts take as much to be taken in as one of these
     * @throws IllegalStateException outside a transaction; then nothing is recorded
     */
    public void record(List<Fact> facts, Instant at, int weight) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written(facts.size() * weight);
            }
        });
        engine.append(facts, at);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        written(events.size());
    }

    private void written(int events) {
        inflow.count(events);
        recent.look();
    }

    /** What was read for those who keep up is read again: a key was destroyed, and they are not to see what it hid. */
    public void forgetRecent() {
        recent.forget();
    }

    /** How those who read leave the machine to those who write. */
    public Yielding yielding() {
        return yielding;
    }

    /** Whether so much is being written on this node that what can wait had better do so. */
    public boolean inBurst() {
        return yielding.inBurst();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        recent.start();
        return new NodeStream(engine, recent, yielding, OrderedEventStorageEngine.positionOf(token));
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
