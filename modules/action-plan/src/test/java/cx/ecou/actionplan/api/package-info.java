/** Cases over REST. */
@NullMarked
package cx.ecou.actionplan.api;

import org.jspecify.annotations.NullMarked;
