/** Customers for programs: described, one by one or in bulk, read and looked for. */
@NullMarked
package cx.ecou.customer.api;

import org.jspecify.annotations.NullMarked;
