package cx.ecou.insight.figures;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** How many standard errors an interval of 95 % reaches to each side. */
final class Quantiles {

    private static final double UPPER = 1 - (1 - Interval.CONFIDENCE) / 2;

    /** 1.959964 of the normal distribution. */
    static final double NORMAL = new NormalDistribution().inverseCumulativeProbability(UPPER);

    private Quantiles() {}

    /** Of Student's t with {@code n − 1} degrees of freedom; {@code n} is at least 2. */
    static double student(long n) {
        return new TDistribution(n - 1.0).inverseCumulativeProbability(UPPER);
    }
}
