/**
 * Read models built anew from the events, beside the live ones: streamed past the processors, compared, and switched in one
 * transaction.
 */
@NullMarked
@NamedInterface("rebuild")
package cx.ecou.eventstore.rebuild;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
