/** What an operator has Ecou do instead of starting it: verify the seals, take a backup, restore one. */
@NullMarked
@NamedInterface("command")
package cx.ecou.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
