/** Feedback for people: the inbox, and one voice in full. */
@NullMarked
package cx.ecou.feedback.web;

import org.jspecify.annotations.NullMarked;
