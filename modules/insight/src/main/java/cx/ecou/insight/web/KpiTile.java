package cx.ecou.insight.web;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.kernel.Scale;
import org.jspecify.annotations.Nullable;

/**
 * One KPI of the period.
 *
 * @param scale the series that was counted
 * @param target what is aimed at, if something is
 */
record KpiTile(
        Kpi kpi, Scale scale, Compared compared, @Nullable Double target) {}
