/**
 * Erases a customer: everything that is personal about them becomes unreadable, wherever it is kept, and every figure stays.
 */
@NullMarked
package cx.ecou.customer.write.erasure;

import org.jspecify.annotations.NullMarked;
