package cx.ecou.insight.web;

import java.time.LocalDate;

/**
 * One step of the trend.
 *
 * @param to its last day, as far as the period reaches
 * @param compared with the step before
 */
record TrendPoint(LocalDate from, LocalDate to, Compared compared, Bands bands) {}
