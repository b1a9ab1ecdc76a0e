/** Cases for programs. */
@NullMarked
package cx.ecou.actionplan.api;

import org.jspecify.annotations.NullMarked;
