/** Who the customer is: identities from every source become one person, and what is known of that person is kept once. */
@NullMarked
package cx.ecou.customer;

import org.jspecify.annotations.NullMarked;
