package cx.ecou.segment.read.portrait;

import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Through what the passing of time alone can change who meets a rule: what happened so many days ago leaves the window.
 *
 * @param moment LAST_FEEDBACK stands for any feedback
 */
public record Window(Moment moment, int days) {

    /** All windows of a rule; none when only news can change who meets it. */
    public static Set<Window> of(Rule rule) {
        return rule.conditions().flatMap(condition -> of(condition).stream()).collect(Collectors.toSet());
    }

    private static Optional<Window> of(Rule.Condition condition) {
        if (condition instanceof Rule.Happened happened) {
            return Optional.of(new Window(happened.moment(), happened.days()));
        }
        if (condition instanceof Rule.Scored scored) {
            return feedback(scored.days());
        }
        return condition instanceof Rule.Counted counted ? feedback(counted.days()) : Optional.empty();
    }

    private static Optional<Window> feedback(@Nullable Integer days) {
        return Optional.ofNullable(days).map(number -> new Window(Moment.LAST_FEEDBACK, number));
    }
}
