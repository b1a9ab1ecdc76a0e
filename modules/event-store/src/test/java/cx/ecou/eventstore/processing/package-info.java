/** Processors in every situation that costs events elsewhere. */
@NullMarked
package cx.ecou.eventstore.processing;

import org.jspecify.annotations.NullMarked;
