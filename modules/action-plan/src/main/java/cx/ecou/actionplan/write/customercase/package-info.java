/** The case of one customer: which step may follow which, and the commands that ask for them. */
@NullMarked
package cx.ecou.actionplan.write.customercase;

import org.jspecify.annotations.NullMarked;
