/** What the segment module lets others know: which segments there are, by which rule, and who enters and leaves them. */
@NamedInterface("events")
@NullMarked
package cx.ecou.segment.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
