/** For programs: what a customer agrees to and prefers, and a link by which the customer says so in person. */
@NullMarked
package cx.ecou.customer.api.consent;

import org.jspecify.annotations.NullMarked;
