/** The figures on PostgreSQL, through the real processors, the API and the pages. */
@NullMarked
package cx.ecou.insight;

import org.jspecify.annotations.NullMarked;
