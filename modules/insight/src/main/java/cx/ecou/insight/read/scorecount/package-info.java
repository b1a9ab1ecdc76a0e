/**
 * The one roll-up from which every figure of scores is computed: exact counts of answers by day of occurrence, day of
 * recording, and dimension. So any figure can also be told as it was known on a past day.
 */
@NullMarked
package cx.ecou.insight.read.scorecount;

import org.jspecify.annotations.NullMarked;
