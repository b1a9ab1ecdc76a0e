/** What the feedback module lets others know: the facts it records. */
@NamedInterface("events")
@NullMarked
package cx.ecou.feedback.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
