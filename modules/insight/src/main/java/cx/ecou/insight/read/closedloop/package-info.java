/** What becomes of negative feedback: the cases that are open, and whether customers heard from us in time. */
@NullMarked
package cx.ecou.insight.read.closedloop;

import org.jspecify.annotations.NullMarked;
