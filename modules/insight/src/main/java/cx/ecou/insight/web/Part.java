package cx.ecou.insight.web;

import org.jspecify.annotations.Nullable;

/**
 * What a member, or several small ones together, added to the change.
 *
 * @param member null for several together
 * @param others how many are together; 0 for a single one
 * @param points in the unit of the KPI; all parts add up to the change
 * @param bands the answers of this period
 */
record Part(@Nullable String member, int others, double points, Bands bands) {}
