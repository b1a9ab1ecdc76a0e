/** What customers agree to and how they want to be written to, as they say it; and whether a message may be sent. */
@NamedInterface("consent")
@NullMarked
package cx.ecou.customer.write.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
