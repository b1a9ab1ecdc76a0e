package cx.ecou.actionplan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CaseStatusTests {

    @Test
    void there_is_work_to_do_until_a_case_is_resolved() {
        assertThat(Arrays.stream(CaseStatus.values()).filter(CaseStatus::isUnresolved))
                .containsExactly(CaseStatus.OPEN, CaseStatus.ASSIGNED, CaseStatus.CONTACTED);
    }

    @Test
    void the_due_time_runs_until_the_customer_hears_from_us() {
        assertThat(Arrays.stream(CaseStatus.values()).filter(CaseStatus::isAwaitingContact))
                .containsExactly(CaseStatus.OPEN, CaseStatus.ASSIGNED);
    }
}
