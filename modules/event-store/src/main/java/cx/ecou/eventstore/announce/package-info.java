/** Telling every node at once that something changed, by PostgreSQL's LISTEN and NOTIFY. */
@NullMarked
@NamedInterface("announce")
package cx.ecou.eventstore.announce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
