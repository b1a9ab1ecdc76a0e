package cx.ecou.actionplan.automation;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.write.customercase.DueTimes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SettingsTests {

    private final ApplicationContextRunner ecou = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void without_a_word_the_figures_decide_what_is_negative() {
        ecou.run(started -> {
            assertThat(started.getBean(NegativeScores.class)).isEqualTo(new NegativeScores(7, 2, 3));
            assertThat(started.getBean(DueTimes.class))
                    .isEqualTo(new DueTimes(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3)));
        });
    }

    @Test
    void a_company_may_say_otherwise() {
        ecou.withPropertyValues(
                        "ecou.action-plan.negative.nps-below=5.5",
                        "ecou.action-plan.negative.csat-boxes=1",
                        "ecou.action-plan.negative.ces-boxes=0",
                        "ecou.action-plan.due.urgent=30m",
                        "ecou.action-plan.due.high=2h",
                        "ecou.action-plan.due.normal=7d")
                .run(started -> {
                    assertThat(started.getBean(NegativeScores.class)).isEqualTo(new NegativeScores(5.5, 1, 0));
                    assertThat(started.getBean(DueTimes.class))
                            .isEqualTo(new DueTimes(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(7)));
                });
    }

    @Test
    void what_makes_no_sense_stops_the_start_and_says_what_would() {
        ecou.withPropertyValues("ecou.action-plan.negative.ces-boxes=9")
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("ces-boxes 0 to 7"));
        ecou.withPropertyValues("ecou.action-plan.due.high=1h")
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("high at least as long as urgent"));
    }

    @Configuration
    @EnableConfigurationProperties({NegativeScores.class, DueTimes.class})
    static class Settings {}
}
