/**
 * Seals: a chain of hashes over all events in their order, closed once a day, by which a row is found that was altered,
 * taken away or slipped in behind Ecou's back.
 */
@NullMarked
@NamedInterface("seal")
package cx.ecou.eventstore.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
