/** What an erasure has done, in which place, and what is still to be done. */
@NullMarked
package cx.ecou.customer.read.erasure;

import org.jspecify.annotations.NullMarked;
