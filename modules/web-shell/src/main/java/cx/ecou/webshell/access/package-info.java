/**
 * Who may enter a route, said beside its handler. What is not said is refused.
 */
@NullMarked
@NamedInterface("access")
package cx.ecou.webshell.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
