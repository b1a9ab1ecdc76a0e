package cx.ecou.customer.web.retention;

import cx.ecou.customer.events.RetentionRuleSet;
import cx.ecou.customer.events.RetentionRuleSwitchedOff;
import cx.ecou.customer.events.RetentionRuleSwitchedOn;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was decided about a rule, as it lies in the store. */
@Component
class RetentionHistory {

    private final StoredEvents stored;
    private final ObjectProvider<Colleagues> colleagues;

    RetentionHistory(StoredEvents stored, ObjectProvider<Colleagues> colleagues) {
        this.stored = stored;
        this.colleagues = colleagues;
    }

    /**
     * One decision.
     *
     * @param what {@code SET}, {@code ON} or {@code OFF}
     * @param number of days, or of customers who were due; 0 where there is none
     * @param by null when there is no such account any more
     */
    record Line(String what, long number, @Nullable String by, Instant at) {}

    /** The latest first. */
    List<Line> of(UUID ruleId) {
        List<Line> lines = new ArrayList<>();
        stored.ofAggregate(ruleId).forEach(event -> line(event.event()).forEach(lines::add));
        Collections.reverse(lines);
        return lines;
    }

    private Stream<Line> line(Object event) {
        if (event instanceof RetentionRuleSet set) {
            return Stream.of(new Line("SET", set.days(), name(set.by()), set.at()));
        }
        if (event instanceof RetentionRuleSwitchedOn on) {
            return Stream.of(new Line("ON", on.due(), name(on.by()), on.at()));
        }
        if (event instanceof RetentionRuleSwitchedOff off) {
            return Stream.of(new Line("OFF", 0, name(off.by()), off.at()));
        }
        return Stream.empty();
    }

    private @Nullable String name(UUID by) {
        return colleagues.stream()
                .flatMap(all -> all.find(by).stream())
                .map(Colleague::name)
                .findFirst()
                .orElse(null);
    }
}
