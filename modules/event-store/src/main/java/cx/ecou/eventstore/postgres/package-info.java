/** The database: an embedded PostgreSQL unless another is configured, and the schemas of the modules in it. */
@NullMarked
@NamedInterface("postgres")
package cx.ecou.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
