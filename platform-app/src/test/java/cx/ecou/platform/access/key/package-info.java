/** Tests of keys. */
@NullMarked
package cx.ecou.platform.access.key;

import org.jspecify.annotations.NullMarked;
