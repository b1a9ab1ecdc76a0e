/** The vectors of {@code docs/kpis.md}, and the edges of each formula. */
@NullMarked
package cx.ecou.insight.figures;

import org.jspecify.annotations.NullMarked;
