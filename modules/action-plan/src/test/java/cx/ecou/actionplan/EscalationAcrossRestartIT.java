package cx.ecou.actionplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.eventstore.testing.FreshDatabase;
import cx.ecou.eventstore.testing.TestDatabase;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class EscalationAcrossRestartIT {

    private final String database = TestDatabase.freshUrl();
    private final FeedbackReceived late = CaseExamples.feedback("restart-1", "delivery", "Too late.", Score.nps(0));
    private final UUID caseId = OpenCase.caseOf(late.feedbackId());

    @Test
    void a_case_that_falls_due_while_ecou_is_down_escalates_once_when_it_is_back() {
        Instant now = Instant.now();
        try (var before = start(now.minus(Duration.ofHours(4)).plusSeconds(20))) {
            before.getBean(CaseWorld.class).hears(late);
            assertThat(escalations(before)).isEmpty();
        }

        try (var after = start(now.plusSeconds(60))) {
            // While it is being kept, an appointment is no longer scheduled: so the escalation is waited for.
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(escalations(after)).hasSize(1));
            await().atMost(Duration.ofSeconds(10)).until(() -> appointments(after) == 0);
        }

        try (var onceMore = start(now.plusSeconds(120))) {
            assertThat(appointments(onceMore)).isZero();
            assertThat(escalations(onceMore)).hasSize(1);
        }
    }

    private ConfigurableApplicationContext start(Instant clock) {
        return new SpringApplicationBuilder(ActionPlanTestApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--test.now=" + clock,
                        "--spring.datasource.url=" + database,
                        "--ecou.privacy.wrapping-key=" + FreshDatabase.WRAPPING_KEY,
                        "--axon.update-check.disabled=true",
                        "--axon.axonserver.enabled=false");
    }

    private List<ActionPlanEvent> escalations(ConfigurableApplicationContext ecou) {
        return ecou.getBean(CaseWorld.class).historyOf(caseId).stream()
                .filter(CaseEscalated.class::isInstance)
                .toList();
    }

    private static long appointments(ConfigurableApplicationContext ecou) {
        return ecou.getBean(SchedulerClient.class).getScheduledExecutions().stream()
                .filter(due -> due.getTaskInstance().getTaskName().equals("action-plan.escalate-case"))
                .count();
    }
}
