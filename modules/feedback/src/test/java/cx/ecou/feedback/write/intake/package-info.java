/** What the intake lets in, what it refuses, and that a key is recorded once. */
@NullMarked
package cx.ecou.feedback.write.intake;

import org.jspecify.annotations.NullMarked;
