package cx.ecou.insight.web;

import org.jspecify.annotations.Nullable;

/**
 * One member of the chosen dimension, or several small ones together.
 *
 * @param member null for several together
 * @param others how many are together; 0 for a single one
 */
record MemberRow(@Nullable String member, int others, Compared compared, Bands bands) {}
