/**
 * What events say about people is stored encrypted under a data key of the person, which can be destroyed. Data keys lie in the
 * database wrapped by a key from outside of it.
 */
@NullMarked
@NamedInterface("privacy")
package cx.ecou.eventstore.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
