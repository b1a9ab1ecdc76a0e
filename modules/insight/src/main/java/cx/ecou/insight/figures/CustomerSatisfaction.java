package cx.ecou.insight.figures;

import cx.ecou.kernel.Band;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code csat/1}: the share, in percent, of answers in the top two boxes of the question's own scale (4 and 5 on 1–5);
 * on scales of two or three answers the top one.
 */
final class CustomerSatisfaction implements Formula {

    @Override
    public double value(Answers answers) {
        return 100.0 * answers.in(Band.POSITIVE) / answers.n();
    }

    @Override
    public @Nullable Interval interval(Answers answers) {
        return satisfied(answers).interval();
    }

    @Override
    public @Nullable Double standardError(Answers answers) {
        return satisfied(answers).standardError();
    }

    @Override
    public Map<String, Long> distribution(Answers answers) {
        return ByValue.of(answers);
    }

    private static Share satisfied(Answers answers) {
        return new Share(answers.in(Band.POSITIVE), answers.n());
    }
}
