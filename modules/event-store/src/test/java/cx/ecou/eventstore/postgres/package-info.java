/** The embedded database and its roles, and migrations as one role and as two. */
@NullMarked
package cx.ecou.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
