/** The pages of companies that customers act for. */
@NullMarked
package cx.ecou.customer.web.company;

import org.jspecify.annotations.NullMarked;
