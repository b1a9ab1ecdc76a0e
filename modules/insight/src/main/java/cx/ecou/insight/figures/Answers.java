package cx.ecou.insight.figures;

import cx.ecou.kernel.Band;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How many customers answered what, exactly. Who did not answer is not in here: the base of every figure is
 * <em>answered</em>.
 *
 * @param counts answers by value, lowest first; 9 and 9.0 are the same value
 */
public record Answers(Series series, NavigableMap<BigDecimal, Long> counts) {

    public Answers {
        var sorted = new TreeMap<BigDecimal, Long>();
        counts.forEach((value, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("there is no such thing as " + count + " answers");
            }
            sorted.merge(value, count, Long::sum);
        });
        counts = Collections.unmodifiableNavigableMap(sorted);
    }

    public static Answers none(Series series) {
        return new Answers(series, Collections.emptyNavigableMap());
    }

    public static Answers of(Series series, Map<BigDecimal, Long> counts) {
        return new Answers(series, new TreeMap<>(counts));
    }

    public Answers plus(Answers other) {
        if (!series.equals(other.series)) {
            throw new IllegalArgumentException(series + " and " + other.series + " cannot be counted together");
        }
        var both = new TreeMap<>(counts);
        other.counts.forEach((value, count) -> both.merge(value, count, Long::sum));
        return new Answers(series, both);
    }

    public long n() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long in(Band band) {
        return counts.entrySet().stream()
                .filter(entry -> series.bandOf(entry.getKey()) == band)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long at(BigDecimal value) {
        return counts.getOrDefault(value, 0L);
    }

    /** Not a number without answers. */
    double mean() {
        return sumOf(Double::doubleValue) / n();
    }

    /** Of the answers as a sample: divided by {@code n − 1}; not a number for fewer than two. */
    double variance() {
        double mean = mean();
        return n() < 2 ? Double.NaN : sumOf(value -> (value - mean) * (value - mean)) / (n() - 1);
    }

    private double sumOf(ToDoubleFunction<Double> part) {
        return counts.entrySet().stream()
                .mapToDouble(entry ->
                        entry.getValue() * part.applyAsDouble(entry.getKey().doubleValue()))
                .sum();
    }
}
