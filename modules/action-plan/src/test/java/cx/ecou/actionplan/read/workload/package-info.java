/** Who has how much to do, counted on PostgreSQL. */
@NullMarked
package cx.ecou.actionplan.read.workload;

import org.jspecify.annotations.NullMarked;
