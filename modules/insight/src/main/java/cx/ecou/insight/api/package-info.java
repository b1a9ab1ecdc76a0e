/** Figures for programs. */
@NullMarked
package cx.ecou.insight.api;

import org.jspecify.annotations.NullMarked;
