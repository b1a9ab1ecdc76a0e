/** The description of the API: each module writes its part by hand, here they become one document and one page. */
@NullMarked
@NamedInterface("openapi")
package cx.ecou.webshell.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
