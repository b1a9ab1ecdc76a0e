/** What the module does by itself: whoever shows up is recognised. */
@NullMarked
package cx.ecou.customer.automation;

import org.jspecify.annotations.NullMarked;
