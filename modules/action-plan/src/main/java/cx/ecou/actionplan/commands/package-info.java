/** What a higher module may order: a case to be taken over. Opened by docs/decisions/0011-doors-for-the-demonstration.md. */
@NamedInterface("commands")
@NullMarked
package cx.ecou.actionplan.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
