/** What rules ask of customers: this module's own copy of what is known of them and what they said; and who meets a rule. */
@NullMarked
package cx.ecou.segment.read.portrait;

import org.jspecify.annotations.NullMarked;
