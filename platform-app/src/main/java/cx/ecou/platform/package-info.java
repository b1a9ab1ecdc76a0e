/** The platform around the modules: who may do what, how the program starts, live pages. */
@NullMarked
package cx.ecou.platform;

import org.jspecify.annotations.NullMarked;
