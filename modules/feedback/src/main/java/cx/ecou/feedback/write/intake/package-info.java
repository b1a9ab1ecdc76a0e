/** How feedback comes in: read, checked, recorded once. Nothing here decides; what customers said is a fact. */
@NullMarked
package cx.ecou.feedback.write.intake;

import org.jspecify.annotations.NullMarked;
