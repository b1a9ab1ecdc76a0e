/**
 * The frame of every page: the menu, the banners, who is signed in.
 */
@NullMarked
@NamedInterface("layout")
package cx.ecou.webshell.layout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
