/** The shapes in which feedback is stored. */
@NullMarked
package cx.ecou.feedback.events;

import org.jspecify.annotations.NullMarked;
