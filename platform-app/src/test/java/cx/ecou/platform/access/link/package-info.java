/** Tests of one-time links. */
@NullMarked
package cx.ecou.platform.access.link;

import org.jspecify.annotations.NullMarked;
