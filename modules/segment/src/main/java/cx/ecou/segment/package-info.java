/** Which customers belong together: named rules over what is known of customers and what they said, and who meets them. */
@NullMarked
package cx.ecou.segment;

import org.jspecify.annotations.NullMarked;
