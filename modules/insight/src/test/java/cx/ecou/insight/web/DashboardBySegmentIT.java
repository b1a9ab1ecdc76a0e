package cx.ecou.insight.web;

import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.CustomerWorld;
import cx.ecou.insight.Intake;
import cx.ecou.insight.SegmentWorld;
import cx.ecou.insight.read.closedloop.ClosedLoop;
import cx.ecou.insight.read.customer.Customers;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** In March 2023 ten customers are at risk and gave 0 to 9; ten others, who belong to no segment, gave 10. */
@EcouTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardBySegmentIT {

    private static final String MARCH = "/dashboard?from=2023-03-01&to=2023-03-31";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    CustomerWorld world;

    @Autowired
    SegmentWorld segments;

    @Autowired
    ClosedLoop loop;

    private UUID atRisk;

    @BeforeAll
    void peopleAnswer() {
        atRisk = segments.defines("At risk in March");
        List<FeedbackReceived> feedback = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID customer = world.isNew("risk", "c-" + i, "Ana", i + "@risk.example.org");
            if (i < 10) {
                segments.enter(atRisk, "2023-03-01T00:00:00Z", MembershipCause.RULE, customer);
            }
            feedback.add(on("2023-03-05", Score.nps(Math.min(i, 10)))
                    .of("risk", FeedbackKind.SURVEY)
                    .receivedFrom("c-" + i));
        }
        intake.record(feedback);
        intake.awaitProjection(Customers.PROCESSING_GROUP);
    }

    @Test
    void a_segment_narrows_every_figure_and_can_be_dropped() {
        Document page = page(MARCH + "&segmentId=" + atRisk);

        assertThat(page.select("[aria-labelledby=t-nps] .ec-figure").text()).isEqualTo("−60.0");
        assertThat(page.select("[aria-labelledby=t-nps] .ec-meta").text()).endsWith("n = 10");
        assertThat(page.select(".ec-chip").text()).contains("Segment", "At risk in March");
        assertThat(page.select("select[name=segmentId] option[selected]").text())
                .isEqualTo("At risk in March");
        assertThat(page.expectFirst("#dashboard").attr("data-live"))
                .isEqualTo("insight.figures insight.cases insight.customers insight.segments");
        assertThat(page.select(".ec-chip a").attr("href")).doesNotContain(atRisk.toString());
    }

    @Test
    void a_breakdown_by_segments_names_them_and_does_not_add_them_up() {
        Document page = page(MARCH + "&by=segmentId&source=risk");

        assertThat(page.select("table[data-figures=breakdown] tbody tr"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.select("th").text()).isEqualTo("At risk in March");
                    assertThat(row.select("th a").attr("href")).isEqualTo("/segments/" + atRisk);
                    assertThat(row.text()).contains("−60.0", "10");
                });
        assertThat(page.select("[aria-labelledby=c-why]").text()).contains("Segments may overlap");
        assertThat(page.select("[aria-labelledby=t-nps] .ec-meta").text()).endsWith("n = 20");
        assertThat(mvc.get()
                        .uri(URI.create(
                                MARCH.replace("dashboard?", "dashboard/breakdown.csv?") + "&by=segmentId&source=risk"))
                        .with(SignedIn.as(Role.EXECUTIVE))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("At risk in March,-60");
    }

    @Test
    void of_the_time_before_a_segment_was_defined_it_is_said_why_there_is_nothing() {
        String why = "begin when it was defined";

        assertThat(page(MARCH + "&segmentId=" + segments.defines("Later")).text())
                .contains("No scores match these filters", why);
        assertThat(page(MARCH + "&source=nobody").text())
                .contains("No scores match these filters")
                .doesNotContain(why);
    }

    @Test
    void an_id_that_is_none_is_said_to_be_unreadable() {
        assertThat(page(MARCH + "&segmentId=nonsense").select(".ec-note-caution"))
                .hasSize(1);
    }

    @Test
    void what_is_being_done_is_told_of_the_members_too() {
        opensCase("c-1", "2023-03-06T10:00:00Z");
        opensCase("c-15", "2023-03-06T10:00:00Z");
        opensCase("c-2", "2023-02-06T10:00:00Z");
        intake.awaitProjection(ClosedLoop.PROCESSING_GROUP);
        Filters ofMembers = Filters.onlyOf(atRisk);

        assertThat(loop.openCases(ofMembers).open())
                .as("of a member, and given while they were one")
                .isEqualTo(1);
        assertThat(loop.contactedInTime(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), ofMembers)
                        .n())
                .isEqualTo(1);
        assertThat(ClosedLoop.heeded(ofMembers)).isEqualTo(ofMembers);
    }

    private void opensCase(String ref, String at) {
        world.opensCase("risk", ref, Ids.next(), at, "2023-04-01T10:00:00Z");
    }

    private Document page(String path) {
        var answer = mvc.get()
                .uri(URI.create(path))
                .with(SignedIn.as(Role.CX_MANAGER))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
