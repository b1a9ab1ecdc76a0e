package cx.ecou.insight.web;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.Breakdown;
import cx.ecou.insight.read.scorecount.Filters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at: all of it stands in the address.
 *
 * @param kpi the one that trend, reasons and breakdown are about
 * @param by what reasons and breakdown tell apart
 * @param asOf null for now
 */
record DashboardQuery(
        Kpi kpi,
        Period period,
        Breakdown by,
        Filters filters,
        @Nullable Instant asOf) {

    /** Whether it matters who answered. */
    boolean concernsSegments() {
        return by == Belonging.SEGMENT || !filters.segments().isEmpty();
    }

    DashboardQuery withKpi(Kpi other) {
        return new DashboardQuery(other, period, by, filters, asOf);
    }

    DashboardQuery withBy(Breakdown other) {
        return new DashboardQuery(kpi, period, other, filters, asOf);
    }

    DashboardQuery withFilters(Filters others) {
        return new DashboardQuery(kpi, period, by, others, asOf);
    }

    DashboardQuery asKnownNow() {
        return new DashboardQuery(kpi, period, by, filters, null);
    }
}
