/** Axon on PostgreSQL, so that no event is lost, doubled or skipped: the ordered engine, processors, positions and deadlines. */
@NullMarked
package cx.ecou.eventstore;

import org.jspecify.annotations.NullMarked;
