/** How events reach projections and reactions: in batches, each exactly once, and how far each of them has come. */
@NullMarked
package cx.ecou.eventstore.processing;

import org.jspecify.annotations.NullMarked;
