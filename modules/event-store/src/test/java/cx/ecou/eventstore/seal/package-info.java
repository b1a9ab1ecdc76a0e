/** Sealing and verifying, against every way in which a row can be changed. */
@NullMarked
package cx.ecou.eventstore.seal;

import org.jspecify.annotations.NullMarked;
