/** The pages on which administrators keep accounts and keys. */
@NullMarked
package cx.ecou.platform.access.administration;

import org.jspecify.annotations.NullMarked;
