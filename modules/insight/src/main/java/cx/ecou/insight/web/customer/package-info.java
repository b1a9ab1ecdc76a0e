/** The pages of customers: the list, and everything about one of them in one place. */
@NullMarked
package cx.ecou.insight.web.customer;

import org.jspecify.annotations.NullMarked;
