package cx.ecou.insight.figures;

import cx.ecou.kernel.Band;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code nps/1}: share of promoters (9 and more) less share of detractors (below 7), −100 to 100. The interval is the
 * adjusted Wald with three answers more, ¾ of them promoters and ¾ detractors (Rocks, "Interval Estimation for the Net
 * Promoter Score", The American Statistician, 2016).
 */
final class NetPromoterScore implements Formula {

    private static final double MORE = 3;
    private static final double MORE_AT_EACH_END = 0.75;

    @Override
    public double value(Answers answers) {
        return 100.0 * (answers.in(Band.POSITIVE) - answers.in(Band.NEGATIVE)) / answers.n();
    }

    @Override
    public Interval interval(Answers answers) {
        double n = answers.n() + MORE;
        double promoters = (answers.in(Band.POSITIVE) + MORE_AT_EACH_END) / n;
        double detractors = (answers.in(Band.NEGATIVE) + MORE_AT_EACH_END) / n;
        double reach = Quantiles.NORMAL * error(promoters, detractors, n);
        return Interval.around(100 * (promoters - detractors), reach).within(-100, 100);
    }

    @Override
    public Double standardError(Answers answers) {
        double n = answers.n();
        return error(answers.in(Band.POSITIVE) / n, answers.in(Band.NEGATIVE) / n, n);
    }

    @Override
    public Map<String, Long> distribution(Answers answers) {
        var parts = new LinkedHashMap<String, Long>();
        parts.put("promoters", answers.in(Band.POSITIVE));
        parts.put("passives", answers.in(Band.NEUTRAL));
        parts.put("detractors", answers.in(Band.NEGATIVE));
        return parts;
    }

    private static double error(double promoters, double detractors, double n) {
        double difference = promoters - detractors;
        return 100 * Math.sqrt((promoters + detractors - difference * difference) / n);
    }
}
