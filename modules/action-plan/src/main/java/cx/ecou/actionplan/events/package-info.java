/** What the action plan lets others know: the life of each case, fact by fact. */
@NamedInterface("events")
@NullMarked
package cx.ecou.actionplan.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
