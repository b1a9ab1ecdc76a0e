/** The roll-up, through its processor on PostgreSQL. */
@NullMarked
package cx.ecou.insight.read.scorecount;

import org.jspecify.annotations.NullMarked;
