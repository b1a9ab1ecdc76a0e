/** What it all amounts to: the figures, and every page that mixes modules. */
@NullMarked
package cx.ecou.insight;

import org.jspecify.annotations.NullMarked;
