/**
 * What a module says when somebody has been shown personal data or has changed something: for the log in which
 * administrators look up who did what. It holds ids and words of the program, never anything about a person.
 */
@NullMarked
@NamedInterface("audit")
package cx.ecou.webshell.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
