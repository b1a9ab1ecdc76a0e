/** Read models of lamps, rebuilt. */
@NullMarked
package cx.ecou.eventstore.rebuild;

import org.jspecify.annotations.NullMarked;
