/** What the customer says: intake, import, inbox. */
@NullMarked
package cx.ecou.feedback;

import org.jspecify.annotations.NullMarked;
