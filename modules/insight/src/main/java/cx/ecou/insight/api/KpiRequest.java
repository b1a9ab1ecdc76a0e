package cx.ecou.insight.api;

import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.insight.read.scorecount.Grouping;
import cx.ecou.insight.read.scorecount.ScoreQuestion;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question to a KPI, understood.
 *
 * @param scale null for the one with most answers
 * @param asOf null for now
 */
record KpiRequest(
        LocalDate from,
        LocalDate to,
        Grouping grouping,
        Filters filters,
        @Nullable Scale scale,
        @Nullable Instant asOf) {

    ScoreQuestion about(Metric metric) {
        return new ScoreQuestion(metric, from, to, filters, grouping);
    }

    boolean isGrouped() {
        return !grouping.equals(Grouping.NONE);
    }
}
