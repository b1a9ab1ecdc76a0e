/** Pages on which administrators say for how long customers are kept, and see whom that would erase before it does. */
@NullMarked
package cx.ecou.customer.web.retention;

import org.jspecify.annotations.NullMarked;
