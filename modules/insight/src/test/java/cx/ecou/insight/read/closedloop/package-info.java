/** The figures of the closed loop, through their processor on PostgreSQL. */
@NullMarked
package cx.ecou.insight.read.closedloop;

import org.jspecify.annotations.NullMarked;
