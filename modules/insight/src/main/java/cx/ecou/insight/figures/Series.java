package cx.ecou.insight.figures;

import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.math.BigDecimal;

/** Answers that may be counted together: the same question on the same scale. Scales are never mixed. */
public record Series(Metric metric, Scale scale) {

    public static final Series NPS = new Series(Metric.NPS, Scale.NPS);

    /** Good or bad news, as the kernel decides it for every module. */
    Band bandOf(BigDecimal value) {
        return new Score(metric, value, scale).band();
    }
}
