package cx.ecou.eventstore.processing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How one processor stands.
 *
 * @param name of its processing group
 * @param position up to which it has seen everything
 * @param lag positions between it and the head of the store
 * @param lagTime age of the oldest event that it has not seen, none when it has seen all
 * @param perSecond positions it has passed per second lately; null until it has been looked at for a second
 * @param running where it works
 */
@NamedInterface("processing")
public record ProcessorState(
        String name,
        long position,
        long lag,
        Duration lagTime,
        @Nullable Double perSecond,
        Running running) {

    /** Where a processor works. */
    public enum Running {
        /** On this node. */
        HERE,
        /** On another node, which says now and then that it is there. */
        ELSEWHERE,
        /** On this node, and cannot go on: it tries again after growing pauses. */
        STANDING_STILL,
        /** On no node that could be heard of lately. */
        NOWHERE
    }
}
