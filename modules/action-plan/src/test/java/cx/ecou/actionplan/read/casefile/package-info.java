/** Cases as pages and programs see them, through the real processor on PostgreSQL. */
@NullMarked
package cx.ecou.actionplan.read.casefile;

import org.jspecify.annotations.NullMarked;
