/** How source systems describe customers: read, checked, recorded when it is new. */
@NullMarked
package cx.ecou.customer.write.description;

import org.jspecify.annotations.NullMarked;
