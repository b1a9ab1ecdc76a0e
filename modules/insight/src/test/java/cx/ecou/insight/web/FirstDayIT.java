package cx.ecou.insight.web;

import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.insight.Intake;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.testing.SignedIn;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A company that has just begun, with a target and rules of its own: the settings give it a database of its own, too. */
@EcouTest
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "ecou.insight.targets.nps=45",
            "ecou.insight.targets.ces=5.5",
            "ecou.insight.hidden-below=3",
            "ecou.insight.low-base-below=10"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Test
    @Order(1)
    void without_a_single_answer_the_page_says_how_to_begin() throws Exception {
        assertThat(page().select(".ec-void").text()).contains("No scores yet").contains("Import feedback");
        assertThat(page().select("#filter-touchpoint")).isEmpty();
    }

    @Test
    @Order(2)
    void few_answers_are_shown_by_the_companys_own_rule_and_marked() throws Exception {
        answer(3);

        Document page = page();

        assertThat(page.select("#t-nps").text()).isEqualTo("NPS");
        assertThat(page.select("article[aria-labelledby=t-nps] .ec-tag").text()).isEqualTo("low base");
        assertThat(page.expectFirst(".ec-answer b").text()).isEqualTo("NPS is 100.0, too early to tell (3 answers).");
    }

    @Test
    @Order(3)
    void a_first_period_has_nothing_to_be_compared_with() throws Exception {
        answer(7);

        Document page = page();

        assertThat(page.expectFirst(".ec-answer b").text())
                .isEqualTo("NPS is 100.0. There is too little before it to compare with.");
        assertThat(page.expectFirst("section[aria-labelledby=c-why]").text())
                .contains("There is nothing to compare with yet.");
    }

    @Test
    @Order(4)
    void what_is_aimed_at_stands_beside_the_figure_and_in_the_trend() throws Exception {
        Document page = page();

        assertThat(page.select("article[aria-labelledby=t-nps] .ec-key").text()).isEqualTo("Target 45");
        assertThat(page.select("article[aria-labelledby=t-nps] .ec-iv-target")).isNotEmpty();
        assertThat(page.expectFirst("table[data-figures=trend]").attr("data-target"))
                .isEqualTo("45");
        assertThat(page.expectFirst("table[data-figures=trend]").attr("data-target-text"))
                .isEqualTo("Target 45");
    }

    private void answer(int times) {
        intake.recordAt(
                "2026-11-10T11:00:00Z",
                IntStream.range(0, times)
                        .mapToObj(i -> on("2026-11-0" + (1 + i), Score.nps(10)))
                        .toArray(FeedbackExamples[]::new));
    }

    private Document page() throws Exception {
        var answer = mvc.get()
                .uri("/dashboard")
                .with(SignedIn.as(Role.ADMIN))
                .header("Accept-Language", "en")
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
