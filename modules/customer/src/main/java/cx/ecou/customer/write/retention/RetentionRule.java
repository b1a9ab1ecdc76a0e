package cx.ecou.customer.write.retention;

import cx.ecou.customer.events.RetentionKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For how long customers of one kind and source are kept after something was heard of them.
 *
 * @param source null for every source that has no rule of its own
 * @param revision grows with each change; whoever switches it on names the one they have seen
 */
public record RetentionRule(
        UUID ruleId,
        RetentionKind kind,
        @Nullable String source,
        int days,
        boolean switchedOn,
        int revision,
        Instant changedAt) {

    public static final int FEWEST_DAYS = 30;

    /** Thirty years. */
    public static final int MOST_DAYS = 10_957;
}
