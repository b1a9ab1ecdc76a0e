/** How events are written and read: once each, in order, without a gap. */
@NullMarked
package cx.ecou.eventstore.engine;

import org.jspecify.annotations.NullMarked;
