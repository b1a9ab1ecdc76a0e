package cx.ecou.actionplan.read.workload;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The duties of some cases, and what events make of them. */
final class Duties {

    private final Map<Duty.Key, Duty> before = new HashMap<>();
    private final Map<Duty.Key, Duty> now;

    /** @param known of all cases that the events are about */
    Duties(Collection<Duty> known) {
        known.forEach(duty -> before.put(duty.key(), duty));
        now = new HashMap<>(before);
    }

    void apply(ActionPlanEvent event) {
        if (event instanceof CaseAssigned assigned) {
            give(assigned.caseId(), Duty.OWNER, assigned.owner(), assigned.at());
        } else if (event instanceof CaseEscalated escalated) {
            give(escalated.caseId(), Duty.ESCALATION, escalated.to(), escalated.at());
        } else if (event instanceof CaseResolved resolved) {
            activate(resolved.caseId(), Duty.OWNER, false);
            activate(resolved.caseId(), Duty.ESCALATION, false);
        } else if (event instanceof CaseReopened reopened) {
            activate(reopened.caseId(), Duty.OWNER, true);
        }
    }

    private void give(UUID caseId, String kind, UUID colleague, Instant at) {
        now.merge(
                new Duty.Key(caseId, kind),
                new Duty(caseId, kind, colleague, true, at),
                (known, first) -> known.given(colleague, at));
    }

    private void activate(UUID caseId, String kind, boolean active) {
        now.computeIfPresent(new Duty.Key(caseId, kind), (key, duty) -> duty.active(active));
    }

    /** Those that are other than before. */
    List<Duty> changed() {
        return now.values().stream()
                .filter(duty -> !duty.equals(before.get(duty.key())))
                .toList();
    }

    /** How many active duties more or fewer there are, by whom and of which kind; in the order in which they are written. */
    SortedMap<Burden, Integer> differences() {
        SortedMap<Burden, Integer> differences = new TreeMap<>();
        changed().forEach(duty -> {
            count(differences, before.get(duty.key()), -1);
            count(differences, duty, 1);
        });
        differences.values().removeIf(difference -> difference == 0);
        return differences;
    }

    private static void count(Map<Burden, Integer> differences, @Nullable Duty duty, int more) {
        if (duty != null && duty.active()) {
            differences.merge(new Burden(duty.colleague(), duty.kind()), more, Integer::sum);
        }
    }

    /** Whose work of which kind. */
    record Burden(UUID colleague, String kind) implements Comparable<Burden> {

        @Override
        public int compareTo(Burden other) {
            int byColleague = colleague.compareTo(other.colleague);
            return byColleague == 0 ? kind.compareTo(other.kind) : byColleague;
        }
    }
}
