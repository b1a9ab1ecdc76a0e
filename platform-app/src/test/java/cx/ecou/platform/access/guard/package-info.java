/** Tests of what stands before every request. */
@NullMarked
package cx.ecou.platform.access.guard;

import org.jspecify.annotations.NullMarked;
