package cx.ecou.eventstore.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a processor has put aside. The first of a sequence has failed; those behind it wait for it, and were not
 * tried.
 *
 * @param processor who put it aside
 * @param position of the event in the store
 * @param sequence the aggregate that the event belongs to: what follows in it waits too
 * @param eventType under which it is stored
 * @param eventRevision with which it is stored
 * @param error the class of the error; null for one that waits behind another
 * @param sqlState PostgreSQL's code, when the database refused
 * @param constraint the constraint that was broken
 * @param attempts how often it has failed
 * @param firstFailedAt null for one that waits behind another, as are the next two
 * @param nextAttemptAt when it is tried again, unless it is parked
 * @param status whether it is tried again by itself
 */
public record DeadLetter(
        String processor,
        long position,
        UUID sequence,
        String eventType,
        @Nullable String eventRevision,
        @Nullable String error,
        @Nullable String sqlState,
        @Nullable String constraint,
        int attempts,
        @Nullable Instant firstFailedAt,
        @Nullable Instant lastFailedAt,
        @Nullable Instant nextAttemptAt,
        Status status) {

    /** Whether a letter is tried again. */
    public enum Status {
        /** By itself: at its time, or after the one before it. */
        WAITING,
        /** Only when somebody asks. */
        PARKED
    }
}
