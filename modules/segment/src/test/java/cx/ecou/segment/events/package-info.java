/** What is stored of segments, in which shape. */
@NullMarked
package cx.ecou.segment.events;

import org.jspecify.annotations.NullMarked;
