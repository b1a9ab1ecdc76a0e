/** What the customer module lets others know: who was recognised, merged, described; and how others tell it whom they have seen. */
@NamedInterface("events")
@NullMarked
package cx.ecou.customer.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
