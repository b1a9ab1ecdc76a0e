package cx.ecou.eventstore.processing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How fast something moves, from where it was when somebody looked within the last half minute. */
final class Pace {

    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private record Look(long nanos, long position) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /** @return positions per second; null as long as nobody has looked at least a second before */
    synchronized @Nullable Double at(long nanos, long position) {
        forget(nanos, position);
        Look first = looks.peekFirst();
        Look last = looks.peekLast();
        if (last == null || nanos - last.nanos() >= SHORTEST) {
            looks.addLast(new Look(nanos, position));
        }
        return first == null || nanos - first.nanos() < SHORTEST
                ? null
                : (position - first.position()) * SECOND / (nanos - first.nanos());
    }

    /** What is too old, and everything when it was put back to be built anew. */
    private void forget(long nanos, long position) {
        looks.removeIf(look -> nanos - look.nanos() > LONGEST || look.position() > position);
    }
}
