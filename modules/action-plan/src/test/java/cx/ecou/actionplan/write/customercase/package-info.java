/** What may happen to a case, and what may not. */
@NullMarked
package cx.ecou.actionplan.write.customercase;

import org.jspecify.annotations.NullMarked;
