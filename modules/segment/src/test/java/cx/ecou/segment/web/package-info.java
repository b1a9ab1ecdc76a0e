/** Segments as people see them. */
@NullMarked
package cx.ecou.segment.web;

import org.jspecify.annotations.NullMarked;
