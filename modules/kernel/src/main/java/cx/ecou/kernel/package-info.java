/**
 * The words that every module uses: scores and scales, ids, periods, personal data, broken rules. Plain Java: nothing
 * here knows a framework.
 */
@NullMarked
package cx.ecou.kernel;

import org.jspecify.annotations.NullMarked;
