package cx.ecou.kernel;

import java.math.BigDecimal;

/**
 * A value on a stated scale. NPS is always 0–10 and may be a half; CSAT and CES are whole numbers on the question's own
 * scale.
 *
 * @param metric what the score measures
 * @param value within the scale; trailing zeros are dropped, so that 9 and 9.0 are the same score
 * @param scale the scale that the question offered
 */
public record Score(Metric metric, BigDecimal value, Scale scale) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** @throws IllegalArgumentException when the value does not lie on the scale; the message names value and scale */
    public Score {
        value = plain(value);
        if (metric == Metric.NPS && !scale.equals(Scale.NPS)) {
            throw new IllegalArgumentException("NPS is asked on 0-10, not on " + scale);
        }
        if (value.compareTo(BigDecimal.valueOf(scale.low())) < 0
                || value.compareTo(BigDecimal.valueOf(scale.high())) > 0) {
            throw new IllegalArgumentException(shown(value) + " is not on the scale " + scale);
        }
        if (!isWhole(metric == Metric.NPS ? value.multiply(TWO) : value)) {
            throw new IllegalArgumentException(
                    shown(value) + (metric == Metric.NPS ? " is neither whole nor a half" : " is not a whole number"));
        }
    }

    public static Score nps(double value) {
        return new Score(Metric.NPS, BigDecimal.valueOf(value), Scale.NPS);
    }

    public static Score csat(int value, Scale scale) {
        return new Score(Metric.CSAT, BigDecimal.valueOf(value), scale);
    }

    public static Score ces(int value, Scale scale) {
        return new Score(Metric.CES, BigDecimal.valueOf(value), scale);
    }

    /**
     * Good or bad news, as {@code docs/kpis.md} decides it: NPS promoter from 9, detractor below 7; CSAT the two
     * best and the two worst boxes; CES the best three and the worst three of seven, and on other scales the parts of
     * the same size.
     */
    public Band band() {
        double share = value.doubleValue();
        return switch (metric) {
            case NPS -> share >= 9 ? Band.POSITIVE : share < 7 ? Band.NEGATIVE : Band.NEUTRAL;
            case CSAT -> outer(share, Math.min(2, scale.size() / 2));
            case CES -> outer(share, Math.max(1, scale.size() * 3 / 7));
        };
    }

    private Band outer(double answer, int boxes) {
        if (answer > scale.high() - boxes) {
            return Band.POSITIVE;
        }
        return answer < scale.low() + boxes ? Band.NEGATIVE : Band.NEUTRAL;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        // A long exponent would make a huge number of digits out of a few characters: keep it as it is.
        return stripped.scale() < 0 && stripped.scale() > -4 ? stripped.setScale(0) : stripped;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String shown(BigDecimal value) {
        String written = value.toString();
        return written.length() > 20 ? written.substring(0, 20) + "…" : written;
    }
}
