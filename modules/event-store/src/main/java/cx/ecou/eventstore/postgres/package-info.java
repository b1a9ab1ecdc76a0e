/** The database: an embedded PostgreSQL unless another is configured, and the schemas of the modules in it. */
@NullMarked
package cx.ecou.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
