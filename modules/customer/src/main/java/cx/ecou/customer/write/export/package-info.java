/** All that is known of one person, gathered in the background into an archive that can be fetched for a day. */
@NullMarked
package cx.ecou.customer.write.export;

import org.jspecify.annotations.NullMarked;
