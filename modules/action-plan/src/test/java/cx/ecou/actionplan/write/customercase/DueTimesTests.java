package cx.ecou.actionplan.write.customercase;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cx.ecou.actionplan.events.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueTimesTests {

    private final DueTimes usual = new DueTimes(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3));

    @Test
    void the_more_urgent_the_sooner() {
        assertThat(usual.dueAt(Priority.URGENT, NOON)).isEqualTo(Instant.parse("2036-11-03T16:00:00Z"));
        assertThat(usual.dueAt(Priority.HIGH, NOON)).isEqualTo(Instant.parse("2036-11-04T12:00:00Z"));
        assertThat(usual.dueAt(Priority.NORMAL, NOON)).isEqualTo(Instant.parse("2036-11-06T12:00:00Z"));
    }

    @Test
    void times_that_contradict_the_priorities_are_refused_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DueTimes(Duration.ofDays(2), Duration.ofDays(1), Duration.ofDays(3)))
                .withMessageContaining("ecou.action-plan.due");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DueTimes(Duration.ofHours(4), Duration.ofDays(3), Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DueTimes(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(3)));
    }
}
