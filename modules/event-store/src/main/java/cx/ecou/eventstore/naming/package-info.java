/** Under which names events are stored, and how they are written as JSON that an operator can read. */
@NullMarked
package cx.ecou.eventstore.naming;

import org.jspecify.annotations.NullMarked;
