/**
 * How much work each colleague has, right at any moment: it is counted in the transaction that gives the work, not after
 * it.
 */
@NullMarked
package cx.ecou.actionplan.read.workload;

import org.jspecify.annotations.NullMarked;
