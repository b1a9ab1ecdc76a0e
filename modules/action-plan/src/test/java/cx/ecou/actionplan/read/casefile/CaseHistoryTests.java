package cx.ecou.actionplan.read.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.CaseExamples;
import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.Unreadable;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseHistoryTests {

    @Test
    void everything_that_can_happen_to_a_case_is_a_step_of_its_own_name() {
        List<ActionPlanEvent> all = List.of(
                CaseExamples.caseOpened(),
                CaseExamples.assignedByTheRule(),
                CaseExamples.contacted(),
                CaseExamples.noted(),
                CaseExamples.resolved(),
                CaseExamples.reopened(),
                CaseExamples.closed(),
                CaseExamples.escalated());

        assertThat(all.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(ActionPlanEvent.class.getPermittedSubclasses());
        assertThat(all)
                .allSatisfy(event -> assertThat(event.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                        .endsWith(step(event).what().name()));
    }

    @Test
    void what_cannot_be_read_happened_when_it_was_recorded() {
        CaseStep step = step(new Unreadable("action-plan.CaseMerged", "1", "UnknownName", Set.of()));

        assertThat(step.what()).isEqualTo(CaseStep.What.UNREADABLE);
        assertThat(step.at()).isEqualTo(CaseExamples.NOON);
        assertThat(step.by()).isNull();
    }

    private static CaseStep step(Object event) {
        return CaseHistory.step(new StoredEvent(1, Ids.next(), 0, CaseExamples.NOON, "action-plan.Something", event));
    }
}
