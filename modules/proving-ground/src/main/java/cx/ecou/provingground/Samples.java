package cx.ecou.provingground;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Measured values, for instance milliseconds or items a second. */
final class Samples {

    private final double[] sorted;

    private Samples(double[] values) {
        this.sorted = values.clone();
        Arrays.sort(this.sorted);
    }

    static Samples of(double... values) {
        return new Samples(values);
    }

    static Samples of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The nearest-rank percentile. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }

    double median() {
        return percentile(50);
    }

    /** Median and range: {@code 20,310 (18,002–22,114)}. */
    String range() {
        return String.format(Locale.ROOT, "%,.0f (%,.0f–%,.0f)", median(), sorted[0], sorted[sorted.length - 1]);
    }

    String millis() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p95 %.1f, p99 %.1f ms, n = %d",
                median(),
                percentile(95),
                percentile(99),
                sorted.length);
    }
}
