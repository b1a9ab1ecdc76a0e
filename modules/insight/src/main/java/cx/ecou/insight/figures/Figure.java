package cx.ecou.insight.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A KPI computed from answers: never the value alone. Everything but {@code n} and {@code base} is absent while the base
 * is hidden.
 *
 * @param value NPS in points, CSAT in percent, CES as the mean of its scale
 * @param n how many answered
 * @param interval absent also where so few answers allow none
 * @param standardError of the value, for the test of two periods
 * @param mean of the answers, on their scale
 * @param topShare for CES the share of the best answers; absent for the others, whose value says it
 * @param distribution answers by part; empty while the base is hidden
 */
public record Figure(
        @Nullable Double value,
        long n,
        Base base,
        @Nullable Interval interval,
        @Nullable Double standardError,
        @Nullable Double mean,
        @Nullable Share topShare,
        Map<String, Long> distribution) {

    public boolean hidden() {
        return base == Base.HIDDEN;
    }

    public boolean lowBase() {
        return base == Base.LOW;
    }

    static Figure hidden(long n) {
        return new Figure(null, n, Base.HIDDEN, null, null, null, null, Map.of());
    }
}
