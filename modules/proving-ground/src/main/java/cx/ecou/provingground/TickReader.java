package cx.ecou.provingground;

import cx.ecou.eventstore.engine.OrderedEventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;

/** Reads a store from its beginning and remembers which positions it was given, in the order in which they came. */
final class TickReader implements Runnable {

    private static final int LOOK_MILLIS = 50;

    private final String name;
    private final OrderedEventStore store;
    private final ToLongFunction<TickReader> habit;
    private final LongStream.Builder given = LongStream.builder();
    private long position;
    private long seen;
    private volatile long last = Long.MAX_VALUE;

    /** @param habit asked after each event: how many milliseconds it rests; negative when it opens its stream anew */
    TickReader(String name, OrderedEventStore store, ToLongFunction<TickReader> habit) {
        this.name = name;
        this.store = store;
        this.habit = habit;
    }

    /** How many events it was given so far. */
    long seen() {
        return seen;
    }

    @Override
    public void run() {
        try {
            while (position < last) {
                try (TrackingEventStream stream = store.openStream(new GlobalSequenceTrackingToken(position))) {
                    readOn(stream);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOn(TrackingEventStream stream) throws InterruptedException {
        long pause = 0;
        while (position < last && pause >= 0) {
            if (stream.hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                position = stream.nextAvailable().trackingToken().position().orElseThrow();
                given.add(position);
                pause = habit.applyAsLong(this);
                seen++;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(0, pause)));
            }
        }
    }

    /** This is the last position there will be. */
    void stopAfter(long position) {
        last = position;
    }

    void stop() {
        last = 0;
    }

    /** What it was given and should not have been, or the other way round; a sentence for the first difference. */
    List<String> missed(long[] stored) {
        return differences(name, given.build().toArray(), stored);
    }

    static List<String> differences(String name, long[] read, long[] stored) {
        List<String> missed = new ArrayList<>();
        if (read.length != stored.length) {
            missed.add("the reader that " + name + " was given " + read.length + " of " + stored.length + " events");
        }
        for (int i = 0; i < Math.min(read.length, stored.length) && missed.size() < 2; i++) {
            if (read[i] != stored[i]) {
                missed.add("the reader that " + name + " was given position " + read[i] + " where " + stored[i]
                        + " was due");
                break;
            }
        }
        return missed;
    }
}
