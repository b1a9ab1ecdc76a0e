/** What a higher module may order: feedback to be taken in. Opened by docs/decisions/0011-doors-for-the-demonstration.md. */
@NamedInterface("commands")
@NullMarked
package cx.ecou.feedback.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
