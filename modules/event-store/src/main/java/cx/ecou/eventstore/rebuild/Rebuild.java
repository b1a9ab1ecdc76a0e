package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.ledger.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild of a read model.
 *
 * @param run tells one rebuild of a read model from the next
 * @param startedBy who asked for it
 * @param finishedAt null as long as it is active
 * @param position the copy contains everything up to here
 * @param target where the live read model was when it was last looked at
 * @param handled the events in the copy, as the ledger counts them
 * @param worked how long that took, without pauses between nodes
 * @param comparison null unless it is done
 * @param failure null unless it failed
 */
public record Rebuild(
        String processingGroup,
        UUID run,
        RebuildState state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long position,
        long target,
        Tally handled,
        Duration worked,
        @Nullable Comparison comparison,
        @Nullable RebuildFailure failure) {

    private static final int ALL = 100;

    /** How much of the way is behind it, from 0 to 100; 100 only when it is done. */
    public int percent() {
        if (state == RebuildState.DONE) {
            return ALL;
        }
        return target == 0 ? 0 : (int) Math.min(ALL - 1, ALL * position / target);
    }

    /** Events handled in a second of work; 0 before the first. */
    public double perSecond() {
        return worked.isZero() ? 0 : handled.events() * 1e3 / worked.toMillis();
    }
}
