/** Tests of the start. */
@NullMarked
package cx.ecou.platform.start;

import org.jspecify.annotations.NullMarked;
