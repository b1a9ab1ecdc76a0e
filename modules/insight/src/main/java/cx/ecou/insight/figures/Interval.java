package cx.ecou.insight.figures;

/**
 * The range that holds the true value with 95 % confidence, both ends included, in the unit of its figure.
 *
 * @param low not above {@code high}
 */
public record Interval(double low, double high) {

    public static final double CONFIDENCE = 0.95;

    /** The part of this interval that is possible at all: no NPS is above 100. */
    Interval within(double lowest, double highest) {
        return new Interval(Math.max(lowest, low), Math.min(highest, high));
    }

    static Interval around(double centre, double reach) {
        return new Interval(centre - reach, centre + reach);
    }
}
