package cx.ecou.insight.figures;

import org.jspecify.annotations.Nullable;

/**
 * So many of so many, in percent, with the interval of Wilson (1927), which stays inside 0 to 100 and is honest for
 * small bases and for shares near the ends.
 *
 * @param hits 0 to {@code n}
 * @param n how many were asked and answered
 */
public record Share(long hits, long n) {

    public Share {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException(hits + " of " + n + " is not a share");
        }
    }

    /** In percent; nothing of nothing is no figure. */
    public @Nullable Double percent() {
        return n == 0 ? null : 100.0 * hits / n;
    }

    /** In percent; null without answers. */
    public @Nullable Interval interval() {
        if (n == 0) {
            return null;
        }
        double z = Quantiles.NORMAL;
        double p = (double) hits / n;
        double shrink = 1 + z * z / n;
        double centre = (p + z * z / (2.0 * n)) / shrink;
        double reach = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        return Interval.around(100 * centre, 100 * reach).within(0, 100);
    }

    /** In percent; null without answers. */
    public @Nullable Double standardError() {
        if (n == 0) {
            return null;
        }
        double p = (double) hits / n;
        return 100 * Math.sqrt(p * (1 - p) / n);
    }
}
