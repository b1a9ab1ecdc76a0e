package cx.ecou.insight.figures;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers by value: every value of a short scale, also those that nobody chose; of a long one those that were. */
final class ByValue {

    private static final int SHORT = 11;

    private ByValue() {}

    static Map<String, Long> of(Answers answers) {
        var parts = new LinkedHashMap<String, Long>();
        var scale = answers.series().scale();
        if (scale.size() <= SHORT) {
            for (int value = scale.low(); value <= scale.high(); value++) {
                parts.put(String.valueOf(value), answers.at(BigDecimal.valueOf(value)));
            }
        } else {
            answers.counts().forEach((value, count) -> parts.put(value.toPlainString(), count));
        }
        return parts;
    }
}
