/** The inbox: every feedback, newest first, as a team reads it. */
@NullMarked
package cx.ecou.feedback.read.inbox;

import org.jspecify.annotations.NullMarked;
