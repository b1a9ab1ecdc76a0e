/** What every page and every API answer shares: the layout, components, texts, problem details. */
@NullMarked
package cx.ecou.webshell;

import org.jspecify.annotations.NullMarked;
