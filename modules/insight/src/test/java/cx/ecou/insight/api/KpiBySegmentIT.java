package cx.ecou.insight.api;

import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.CustomerWorld;
import cx.ecou.insight.Intake;
import cx.ecou.insight.SegmentWorld;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.kernel.Score;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** In 2022 six customers are loyal and gave 10, two are new and gave 0, and one of the loyal is new as well. */
@EcouTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KpiBySegmentIT {

    private static final String YEAR = "/api/v1/kpis/nps?from=2022-01-01&to=2022-12-31";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    CustomerWorld world;

    @Autowired
    SegmentWorld segments;

    @Autowired
    Positions positions;

    private UUID loyal;
    private UUID fresh;

    @BeforeAll
    void peopleAnswer() {
        loyal = segments.defines("Loyal customers");
        fresh = segments.defines("New customers");
        List<FeedbackReceived> feedback = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID customer = world.isNew("kpi-segment", "c-" + i, "Ana", i + "@kpi-segment.example.org");
            if (i < 6) {
                segments.enter(loyal, "2022-01-01T00:00:00Z", MembershipCause.RULE, customer);
            }
            if (i >= 5) {
                segments.enter(fresh, "2022-01-01T00:00:00Z", MembershipCause.RULE, customer);
            }
            feedback.add(on("2022-03-0" + (i + 1), Score.nps(i < 6 ? 10 : 0))
                    .of("kpi-segment", FeedbackKind.SURVEY)
                    .receivedFrom("c-" + i));
        }
        intake.record(feedback);
        intake.awaitProjection(Customers.PROCESSING_GROUP);
    }

    @Test
    void a_kpi_is_asked_for_the_members_of_a_segment() {
        DocumentContext answer = ask(YEAR + "&segmentId=" + loyal);

        assertThat(answer.<Integer>read("total.n")).isEqualTo(6);
        assertThat(answer.<Number>read("total.value").doubleValue()).isEqualTo(100);
        assertThat(answer.<Integer>read("total.distribution.promoters")).isEqualTo(6);
        assertThat(ask(YEAR + "&segmentId=" + loyal + "&segmentId=" + fresh).<Integer>read("total.n"))
                .as("of both, each answer once")
                .isEqualTo(8);
    }

    @Test
    void it_is_told_apart_by_segments_with_their_names_and_too_few_answers_stay_hidden() {
        DocumentContext answer = ask(YEAR + "&groupBy=segmentId&source=kpi-segment");

        assertThat(answer.<Integer>read("total.n")).as("of everybody").isEqualTo(8);
        assertThat(answer.<List<String>>read("groups[*].key"))
                .containsExactlyInAnyOrder(loyal.toString(), fresh.toString());
        assertThat(answer.<List<Integer>>read("groups[?(@.name == 'Loyal customers')].n"))
                .containsExactly(6);
        assertThat(answer.<List<Boolean>>read("groups[?(@.name == 'New customers')].hidden"))
                .containsExactly(true);
        assertThat(answer.<List<Object>>read("groups[?(@.name == 'New customers')].value"))
                .containsExactly((Object) null);
    }

    @Test
    void what_a_source_calls_a_segment_is_another_dimension() {
        DocumentContext answer = ask(YEAR + "&groupBy=segment&source=kpi-segment");

        assertThat(answer.<List<String>>read("groups[*].key")).containsExactly("");
        assertThat(answer.<List<Object>>read("groups[*].name")).isEmpty();
    }

    @Test
    void a_segment_that_is_none_is_named() {
        assertThat(asked(YEAR + "&segmentId=loyal")).hasStatus(400).bodyText().contains("segmentId", "unreadable");
        assertThat(asked(YEAR + "&segmentId=" + UUID.randomUUID()))
                .hasStatus(400)
                .bodyText()
                .contains("segmentId", "unknown-segment");
    }

    @Test
    void an_answer_contains_the_write_it_is_asked_to_contain() {
        assertThat(mvc.get()
                        .uri(URI.create(YEAR + "&segmentId=" + loyal))
                        .with(SignedIn.withScopes("kpi:read"))
                        .header(Positions.READ_HEADER, positions.head())
                        .exchange())
                .hasStatusOk();
    }

    private MvcTestResult asked(String path) {
        return mvc.get()
                .uri(URI.create(path))
                .with(SignedIn.withScopes("kpi:read"))
                .exchange();
    }

    private DocumentContext ask(String path) {
        var answer = asked(path);
        assertThat(answer).hasStatusOk();
        try {
            return JsonPath.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
