/** Segments as they are defined, changed and closed; who belongs to them is found out elsewhere. */
@NullMarked
package cx.ecou.segment.write.segment;

import org.jspecify.annotations.NullMarked;
