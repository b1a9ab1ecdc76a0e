/** Feedback for programs: send it, singly or in bulk, and read it back. */
@NullMarked
package cx.ecou.feedback.api;

import org.jspecify.annotations.NullMarked;
