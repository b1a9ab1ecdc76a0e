/**
 * How much work each colleague has: learned from the events, and right at any moment, because what is given out counts in the
 * transaction that gives it.
 */
@NullMarked
package cx.ecou.actionplan.read.workload;

import org.jspecify.annotations.NullMarked;
