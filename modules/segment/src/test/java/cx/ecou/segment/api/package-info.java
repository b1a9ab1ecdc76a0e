/** Segments as programs see them. */
@NullMarked
package cx.ecou.segment.api;

import org.jspecify.annotations.NullMarked;
