package cx.ecou.insight.figures;

import cx.ecou.kernel.Band;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ces/1}, after CES 2.0 (CEB, 2013): the mean agreement, 1–7, that the company made it easy, with the t interval
 * clamped to the scale; and beside it the share of answers of 5 and more. On other scales the share takes the same part
 * of the scale: the top {@code size · 3/7} boxes, rounded down, at least one (4 and 5 on 1–5).
 */
final class CustomerEffort implements Formula {

    @Override
    public double value(Answers answers) {
        return answers.mean();
    }

    @Override
    public @Nullable Interval interval(Answers answers) {
        Double error = standardError(answers);
        if (error == null) {
            return null;
        }
        var scale = answers.series().scale();
        return Interval.around(answers.mean(), Quantiles.student(answers.n()) * error)
                .within(scale.low(), scale.high());
    }

    @Override
    public @Nullable Double standardError(Answers answers) {
        return answers.n() < 2 ? null : Math.sqrt(answers.variance() / answers.n());
    }

    @Override
    public Share topShare(Answers answers) {
        return new Share(answers.in(Band.POSITIVE), answers.n());
    }

    @Override
    public Map<String, Long> distribution(Answers answers) {
        return ByValue.of(answers);
    }
}
