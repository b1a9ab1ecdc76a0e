/** Who belongs to which segment, through the real processor. */
@NullMarked
package cx.ecou.insight.read.segment;

import org.jspecify.annotations.NullMarked;
