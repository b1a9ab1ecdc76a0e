/** Segments for programs. */
@NullMarked
package cx.ecou.segment.api;

import org.jspecify.annotations.NullMarked;
