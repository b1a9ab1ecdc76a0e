/**
 * The formulas of the KPIs: from exact counts of answers to a value, its interval, its base, and whether a change is
 * real. Plain Java, no state, no clock; {@code docs/kpis.md} tells the same in words.
 */
@NullMarked
package cx.ecou.insight.figures;

import org.jspecify.annotations.NullMarked;
