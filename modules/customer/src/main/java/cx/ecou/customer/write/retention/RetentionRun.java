package cx.ecou.customer.write.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * What was done by the rules in one night.
 *
 * @param erased how many customers
 */
public record RetentionRun(UUID runId, Instant begunAt, Outcome outcome, int erased) {

    /** How a run ended. */
    public enum Outcome {
        UNDER_WAY,
        /** Everybody who was due was looked at. */
        DONE,
        /** There were more than a run may erase: the next one goes on. */
        MORE_LEFT,
        /** What was recorded last was not known in time, or something waits that nobody could read: nobody was erased any more. */
        HELD_BACK,
        /** The node was stopped, or died: the next one goes on. */
        INTERRUPTED
    }

    RetentionRun ended(Outcome how) {
        return new RetentionRun(runId, begunAt, how, erased);
    }

    RetentionRun oneMore() {
        return new RetentionRun(runId, begunAt, outcome, erased + 1);
    }
}
