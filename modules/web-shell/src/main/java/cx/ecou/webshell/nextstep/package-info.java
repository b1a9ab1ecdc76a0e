/**
 * What waits to be done about a thing, said by the modules that know and shown on the page that somebody else owns. A page names
 * no module, and a module no page.
 */
@NamedInterface("nextstep")
@NullMarked
package cx.ecou.webshell.nextstep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
