/** Pages on which colleagues decide who is who: possible duplicates, merging by hand, undoing. */
@NullMarked
package cx.ecou.customer.web.person;

import org.jspecify.annotations.NullMarked;
