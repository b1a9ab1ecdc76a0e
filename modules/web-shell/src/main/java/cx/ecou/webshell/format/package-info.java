/**
 * Figures, moments and owners as a reader expects them in their language and time zone.
 */
@NullMarked
@NamedInterface("format")
package cx.ecou.webshell.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
