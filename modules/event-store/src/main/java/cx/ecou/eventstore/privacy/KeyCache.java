package cx.ecou.eventstore.privacy;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The data keys that a node has used lately. A key is forgotten when one is destroyed anywhere, and after fifty seconds also when
 * nobody said so. Two generations, of which the older is dropped: each key lies here for at most two spans, and there are at most two
 * fills.
 */
final class KeyCache {

    private static final Duration SPAN = Duration.ofSeconds(25);
    private static final int FILL = 50_000;

    private final LongSupplier nanoClock;
    private final int fill;
    private volatile Generations generations;

    /** @param epoch changes when everything is forgotten */
    private record Generations(long epoch, long begun, Map<UUID, DataKey> young, Map<UUID, DataKey> old) {

        @Nullable
        DataKey get(UUID subject) {
            DataKey found = young.get(subject);
            return found == null ? old.get(subject) : found;
        }
    }

    KeyCache() {
        this(System::nanoTime, FILL);
    }

    KeyCache(LongSupplier nanoClock, int fill) {
        this.nanoClock = nanoClock;
        this.fill = fill;
        this.generations =
                new Generations(0, nanoClock.getAsLong(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Nullable
    DataKey get(UUID subject) {
        return current().get(subject);
    }

    /** To be asked before keys are looked up that are to be put here. */
    long epoch() {
        return generations.epoch;
    }

    /** Remembers keys, unless everything was forgotten since they were looked up. */
    void put(long epoch, Collection<DataKey> keys) {
        Generations into = current();
        if (into.epoch == epoch) {
            keys.forEach(key -> into.young.put(key.subject(), key));
        }
    }

    synchronized void forgetAll() {
        generations = new Generations(
                generations.epoch + 1, nanoClock.getAsLong(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private Generations current() {
        Generations now = generations;
        long age = nanoClock.getAsLong() - now.begun;
        return age < SPAN.toNanos() && now.young.size() < fill ? now : next();
    }

    private synchronized Generations next() {
        long time = nanoClock.getAsLong();
        long age = time - generations.begun;
        if (age >= 2 * SPAN.toNanos()) {
            generations =
                    new Generations(generations.epoch, time, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        } else if (age >= SPAN.toNanos() || generations.young.size() >= fill) {
            generations = new Generations(generations.epoch, time, new ConcurrentHashMap<>(), generations.young);
        }
        return generations;
    }
}
