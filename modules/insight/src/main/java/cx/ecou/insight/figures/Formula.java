package cx.ecou.insight.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of the definition of a KPI. Never asked without answers. */
interface Formula {

    double value(Answers answers);

    /** Null where so few answers allow none. */
    @Nullable
    Interval interval(Answers answers);

    /** The plain one, for the test of two periods; null where so few answers allow none. */
    @Nullable
    Double standardError(Answers answers);

    /** The share of the best answers, where it is a figure of its own beside the value. */
    default @Nullable Share topShare(Answers answers) {
        return null;
    }

    /** Answers by name of the part, in the order in which they are shown. */
    Map<String, Long> distribution(Answers answers);
}
