package cx.ecou.insight.api;

import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.testing.SignedIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A program that has just written may ask for a figure with its answer in it. */
@EcouTest
@AutoConfigureMockMvc
class KpiReadYourWritesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Facts facts;

    @Autowired
    Positions positions;

    @Test
    void a_figure_asked_for_after_a_write_contains_it() {
        for (int n = 1; n <= 20; n++) {
            FeedbackReceived received = on("2015-07-10", Score.nps(9)).received();
            facts.record(List.of(new Fact(received.feedbackId(), "Feedback", received)));

            MvcTestResult answer = ask(positions.ofAggregate(received.feedbackId()));

            assertThat(answer)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.total.n")
                    .isEqualTo(n);
        }
    }

    @Test
    void a_write_that_does_not_come_is_waited_for_in_vain() {
        assertThat(ask(positions.head() + 1_000_000)).hasStatus(504);
    }

    private MvcTestResult ask(long position) {
        return mvc.get()
                .uri("/api/v1/kpis/nps?from=2015-07-01&to=2015-07-31")
                .header(Positions.READ_HEADER, position)
                .with(SignedIn.withScopes("kpi:read"))
                .exchange();
    }
}
