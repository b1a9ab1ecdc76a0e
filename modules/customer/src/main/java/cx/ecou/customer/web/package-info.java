/** The page on which customers say themselves what they want to get from us. */
@NullMarked
package cx.ecou.customer.web;

import org.jspecify.annotations.NullMarked;
