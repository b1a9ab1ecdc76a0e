/** What is decided of a segment. */
@NullMarked
package cx.ecou.segment.write.segment;

import org.jspecify.annotations.NullMarked;
