/** All that is known of one person, asked for by programs. */
@NullMarked
package cx.ecou.customer.api.export;

import org.jspecify.annotations.NullMarked;
