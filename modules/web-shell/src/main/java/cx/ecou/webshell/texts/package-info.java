/**
 * The texts of all modules in four languages, and the language in which a request is answered.
 */
@NullMarked
@NamedInterface("texts")
package cx.ecou.webshell.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
