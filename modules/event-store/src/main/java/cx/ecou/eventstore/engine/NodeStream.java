package cx.ecou.eventstore.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** The events above a position, for one processor: from the store as long as it is behind, then as they come. */
final class NodeStream implements TrackingEventStream {

    private final OrderedEventStorageEngine engine;
    private final RecentEvents recent;
    private final Yielding yielding;
    private long position;
    private Iterator<? extends TrackedEventMessage<?>> ahead = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private boolean open = true;

    NodeStream(OrderedEventStorageEngine engine, RecentEvents recent, Yielding yielding, long position) {
        this.engine = engine;
        this.recent = recent;
        this.yielding = yielding;
        this.position = position;
        yielding.joined();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null && (ahead.hasNext() || readOn())) {
            next = ahead.next();
            position = OrderedEventStorageEngine.positionOf(next.trackingToken());
        }
        return Optional.ofNullable(next);
    }

    private boolean readOn() {
        Iterator<TrackedEventMessage<?>> known = recent.after(position);
        ahead = known == null
                ? engine.readEvents(new GlobalSequenceTrackingToken(position), false)
                        .iterator()
                : known;
        return ahead.hasNext();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isEmpty() && timeout > 0) {
            recent.await(position, Duration.of(timeout, unit.toChronoUnit()));
        }
        return peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.DAYS)) {
            // It was woken too early.
        }
        TrackedEventMessage<?> event = peek().orElseThrow();
        next = null;
        return event;
    }

    @Override
    public void close() {
        ahead = Collections.emptyIterator();
        if (open) {
            open = false;
            yielding.left();
        }
    }
}
