package cx.ecou.insight.figures;

import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Answers as the vectors of docs/kpis.md write them. */
public final class AnswersExamples {

    public static final Series ONE_TO_FIVE = new Series(Metric.CSAT, new Scale(1, 5));
    public static final Series ONE_TO_SEVEN = new Series(Metric.CES, new Scale(1, 7));

    private AnswersExamples() {}

    /** Promoters answered 10, passives 8, detractors 3. */
    public static Answers nps(long promoters, long passives, long detractors) {
        return answers(Series.NPS, 10, promoters, 8, passives, 3, detractors);
    }

    /** On 1–5: the satisfied answered 5, the others 2. */
    public static Answers csat(long satisfied, long others) {
        return answers(ONE_TO_FIVE, 5, satisfied, 2, others);
    }

    /** Pairs of a value and how often it was answered. */
    public static Answers answers(Series series, Number... valuesAndCounts) {
        Map<BigDecimal, Long> counts = new HashMap<>();
        for (int i = 0; i < valuesAndCounts.length; i += 2) {
            counts.put(new BigDecimal(valuesAndCounts[i].toString()), valuesAndCounts[i + 1].longValue());
        }
        return Answers.of(series, counts);
    }

    public static Figure figure(Kpi kpi, Answers answers) {
        return kpi.of(answers, BaseRule.USUAL);
    }
}
