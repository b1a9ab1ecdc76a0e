/** Which stored shapes a program reads, and which it refuses. */
@NullMarked
package cx.ecou.eventstore.naming;

import org.jspecify.annotations.NullMarked;
