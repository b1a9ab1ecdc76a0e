/** How source systems describe the companies that customers act for: checked, recorded when it is new. */
@NullMarked
package cx.ecou.customer.write.account;

import org.jspecify.annotations.NullMarked;
