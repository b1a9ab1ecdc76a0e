/** What the fragments of {@code web-shell/components.html} show: small values that a page puts into its model. */
@NullMarked
@NamedInterface("components")
package cx.ecou.webshell.components;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
