/** What tests of segments speak of. */
@NullMarked
package cx.ecou.segment;

import org.jspecify.annotations.NullMarked;
