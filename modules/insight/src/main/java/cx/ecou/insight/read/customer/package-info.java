/**
 * The customers over all modules: who they are, what happened with them and what is open. Keyed by subject, so that merging and
 * undoing moves nothing but whose a subject is.
 */
@NullMarked
package cx.ecou.insight.read.customer;

import org.jspecify.annotations.NullMarked;
