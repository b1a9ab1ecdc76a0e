/**
 * Styles, scripts, icons and fonts, under addresses that may be kept for a year.
 */
@NullMarked
@NamedInterface("assets")
package cx.ecou.webshell.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
