/** What the engine promises, shown step by step. */
@NullMarked
package cx.ecou.eventstore.engine;

import org.jspecify.annotations.NullMarked;
