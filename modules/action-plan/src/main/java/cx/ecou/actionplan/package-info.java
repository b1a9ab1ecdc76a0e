/** What we do about it: cases with an owner and a due time. */
@NullMarked
package cx.ecou.actionplan;

import org.jspecify.annotations.NullMarked;
