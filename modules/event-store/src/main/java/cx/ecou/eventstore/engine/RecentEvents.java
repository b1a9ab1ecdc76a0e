package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is new once for all streams of this node, keeps the latest of it, and wakes those who wait.
 *
 * <p>A stream that is behind reads the store alone; as long as all are, nothing is read here.
 *
 * <p>What this node wrote is looked for at once, what other nodes wrote ten times a second. After something was found the
 * reader rests for a moment, longer after much: under load the processors then work in batches, not event by event. In a
 * burst it yields as they do.
 */
final class RecentEvents implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RecentEvents.class);

    private static final Duration AFTER_FEW = Duration.ofMillis(40);
    private static final Duration AFTER_MANY = Duration.ofMillis(120);
    private static final int MANY = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private static final long NOBODY = -1;
    private static final int STRETCH = 1_000;
    private static final int KEPT = 12;
    private static final int AT_ONCE = 6;

    private final OrderedEventStorageEngine engine;
    private final Yielding.Turns turns;
    private final Clock clock;
    private final Deque<Stretch> kept = new ArrayDeque<>();
    private long newest = -1;
    private long wantedAfter = NOBODY;
    private boolean asked;
    private Instant unreadSince = Instant.EPOCH;
    private @Nullable Thread reader;

    RecentEvents(OrderedEventStorageEngine engine, Yielding yielding, Clock clock) {
        this.engine = engine;
        this.turns = yielding.turns();
        this.clock = clock;
    }

    synchronized void start() {
        if (reader == null) {
            newest = engine.decidedHead();
            reader = new Thread(this, "ecou-events");
            reader.setDaemon(true);
            reader.start();
        }
    }

    synchronized void stop() {
        if (reader != null) {
            reader.interrupt();
            reader = null;
        }
    }

    /** Something was written: look now. */
    synchronized void look() {
        asked = true;
        notifyAll();
    }

    /**
     * What is known to follow a position, at most to the end of a stretch.
     *
     * @return nothing to iterate when nothing follows; null when what follows is not kept any more, and must be read
     */
    synchronized @Nullable Iterator<TrackedEventMessage<?>> after(long position) {
        if (position >= newest) {
            want(position);
            return Collections.emptyIterator();
        }
        for (Stretch stretch : kept) {
            if (stretch.after <= position && position < stretch.upTo) {
                return stretch.events
                        .subList(stretch.indexAfter(position), stretch.events.size())
                        .iterator();
            }
        }
        return null;
    }

    /** Whoever is not there yet reads the store. */
    synchronized void forget() {
        kept.clear();
    }

    /** Somebody has seen everything up to here, and waits for what comes. */
    private void want(long position) {
        if (wantedAfter == NOBODY) {
            asked = true;
            notifyAll();
        }
        wantedAfter = Math.max(wantedAfter, position);
    }

    /** Waits until something follows the position, or until the time is over. */
    synchronized void await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (position >= newest && left > 0) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                readOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOn() throws InterruptedException {
        try {
            rest(turns.restBefore(unreadSince));
            long begin = System.nanoTime();
            long found = read();
            turns.worked(Duration.ofNanos(System.nanoTime() - begin));
            pause(found == 0 ? BETWEEN_LOOKS : found < MANY ? AFTER_FEW : AFTER_MANY);
        } catch (RuntimeException e) {
            log.warn("New events could not be read; this is tried again: {}", Failure.of(e));
            pause(AFTER_A_FAILURE);
        }
    }

    private void rest(Yielding.Rest rest) throws InterruptedException {
        for (Duration left = rest.left(); !left.isZero(); left = rest.left()) {
            pause(left);
        }
    }

    /** Rests to the end, or waits for new events to be announced. */
    private synchronized void pause(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        long left = pause.toMillis();
        while (left > 0 && (pause != BETWEEN_LOOKS || !asked)) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
        asked = false;
    }

    /** @return by how many positions the end moved */
    private long read() {
        long from = wanted();
        if (from == NOBODY) {
            return 0;
        }
        unreadSince = clock.instant();
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        Iterator<? extends TrackedEventMessage<?>> found =
                engine.readEvents(new GlobalSequenceTrackingToken(from), false).iterator();
        for (int stretches = 0; found.hasNext(); ) {
            TrackedEventMessage<?> event = found.next();
            // Events that an upcaster made of one have one position, and stay together.
            if (events.size() >= STRETCH && position(event) > position(events.get(events.size() - 1))) {
                keep(events);
                events = new ArrayList<>();
                if (++stretches == AT_ONCE) {
                    unreadSince = event.getTimestamp();
                    break;
                }
            }
            events.add(event);
        }
        if (!events.isEmpty()) {
            keep(events);
        }
        return newest - from;
    }

    /** Where to read on: not at all while everybody is behind and reads alone, further up when all have gone ahead. */
    private synchronized long wanted() {
        if (wantedAfter > newest) {
            kept.clear();
            newest = wantedAfter;
        }
        return wantedAfter == NOBODY ? NOBODY : newest;
    }

    private synchronized void keep(List<TrackedEventMessage<?>> events) {
        var stretch = new Stretch(newest, position(events.get(events.size() - 1)), events);
        kept.addLast(stretch);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        newest = stretch.upTo;
        wantedAfter = NOBODY;
        notifyAll();
    }

    private static long position(TrackedEventMessage<?> event) {
        return OrderedEventStorageEngine.positionOf(event.trackingToken());
    }

    /** Events without a gap: those above one position, up to another. */
    private record Stretch(long after, long upTo, List<TrackedEventMessage<?>> events) {

        int indexAfter(long position) {
            int low = 0;
            int high = events.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (position(events.get(middle)) <= position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
