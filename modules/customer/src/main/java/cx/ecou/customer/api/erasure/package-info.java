/** Erasing a customer, for programs, and the proof that it was done. */
@NullMarked
package cx.ecou.customer.api.erasure;

import org.jspecify.annotations.NullMarked;
