/** Which segments there are, and who belongs or belonged to them: since when, until when, why. */
@NullMarked
package cx.ecou.segment.read.segments;

import org.jspecify.annotations.NullMarked;
