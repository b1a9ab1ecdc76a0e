package cx.ecou.insight.figures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two periods, tested: {@code z = Δ / √(SE₁² + SE₂²)}.
 *
 * @param difference later less earlier, in the unit of the figures
 * @param z how many standard errors that is; infinite when neither period leaves any doubt
 */
public record Change(double difference, double z) {

    /** From here on a difference is more than chance would make of it, with 95 % confidence. */
    static final double CRITICAL = 1.96;

    /** Nothing to be said unless both bases are sound. */
    public static Optional<Change> between(Figure earlier, Figure later) {
        if (earlier.base() != Base.SOUND || later.base() != Base.SOUND) {
            return Optional.empty();
        }
        return between(earlier.value(), earlier.standardError(), later.value(), later.standardError());
    }

    /** Nothing to be said unless both bases are sound by the rule. */
    public static Optional<Change> between(Share earlier, Share later, BaseRule rule) {
        if (rule.of(earlier.n()) != Base.SOUND || rule.of(later.n()) != Base.SOUND) {
            return Optional.empty();
        }
        return between(earlier.percent(), earlier.standardError(), later.percent(), later.standardError());
    }

    private static Optional<Change> between(
            @Nullable Double before,
            @Nullable Double beforeError,
            @Nullable Double after,
            @Nullable Double afterError) {
        if (before == null || beforeError == null || after == null || afterError == null) {
            return Optional.empty();
        }
        double difference = after - before;
        return Optional.of(
                new Change(difference, difference == 0 ? 0 : difference / Math.hypot(beforeError, afterError)));
    }

    /** Whether it may be called a change at all. */
    public boolean isReal() {
        return Math.abs(z) >= CRITICAL;
    }
}
