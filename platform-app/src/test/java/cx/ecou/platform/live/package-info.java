/** Tests of live pages. */
@NullMarked
package cx.ecou.platform.live;

import org.jspecify.annotations.NullMarked;
