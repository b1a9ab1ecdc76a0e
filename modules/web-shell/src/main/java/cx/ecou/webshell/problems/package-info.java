/**
 * What went wrong, said once and answered twice: as problem+json to programs, as a page to people.
 */
@NullMarked
@NamedInterface("problems")
package cx.ecou.webshell.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
