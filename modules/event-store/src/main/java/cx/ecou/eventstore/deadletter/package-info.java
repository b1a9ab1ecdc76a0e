/** Events that a processor could not handle: put aside with what follows them, tried again, and shown to the operator. */
@NullMarked
@NamedInterface("deadletter")
package cx.ecou.eventstore.deadletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
