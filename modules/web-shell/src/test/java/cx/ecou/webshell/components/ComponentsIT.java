package cx.ecou.webshell.components;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
class ComponentsIT {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "cs", "ro"})
    void every_component_is_drawn_in_every_language(String language) throws Exception {
        assertThat(page("/gallery", language).text()).doesNotContain("??");
        assertThat(page("/gallery/figures", language).text()).doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2 of 10, detractor",
                "pl | 2 na 10, krytyk",
                "cs | 2 z 10, kritik",
                "ro | 2 din 10, detractor",
            })
    void a_score_says_scale_and_band_in_words(String language, String words) throws Exception {
        Element score = page("/gallery", language).expectFirst(".ec-score");

        assertThat(score.text()).isEqualTo(words);
        assertThat(score.classNames()).contains("ec-score-negative");
    }

    @Test
    void a_satisfaction_score_is_no_promoter() throws Exception {
        assertThat(page("/gallery", "en")
                        .expectFirst(".ec-score[title=positive]")
                        .text())
                .isEqualTo("4 of 5, positive");
    }

    @Test
    void a_change_has_an_arrow_for_its_direction_a_colour_for_its_worth_and_words() throws Exception {
        Element worse = page("/gallery", "en").expectFirst(".ec-change-worse");

        assertThat(worse.text()).isEqualTo("8.4 points down, significant");
        assertThat(worse.expectFirst("use").attr("href")).endsWith("#i-arrow-down");
    }

    @Test
    void where_nothing_has_really_changed_it_says_so_in_full() throws Exception {
        assertThat(page("/gallery", "en").expectFirst(".ec-change-none").text()).isEqualTo("No significant change");
    }

    @Test
    void an_interval_bar_is_a_picture_with_a_whole_sentence_for_a_name() throws Exception {
        Element bar = page("/gallery/figures", "en").expectFirst("svg.ec-interval");

        assertThat(bar.attr("role")).isEqualTo("img");
        assertThat(bar.attr("aria-label")).isEqualTo("35.0, interval 30.5 to 39.2, September 43.3, target 45");
        assertThat(bar.expectFirst(".ec-iv-dot").attr("cx")).isEqualTo("83.2");
        assertThat(bar.select("[style]")).isEmpty();
    }

    @Test
    void a_field_with_a_problem_keeps_what_was_typed_and_is_described_by_it() throws Exception {
        Document page = page("/gallery", "en");
        Element field = page.expectFirst("#due");

        assertThat(field.val()).isEqualTo("31 Nov 2026, 12:00");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#" + field.attr("aria-describedby")).text())
                .isEqualTo("A date looks like 2026-11-30.");
    }

    @Test
    void the_summary_leads_to_each_field_with_a_problem() throws Exception {
        Element summary = page("/gallery", "en").expectFirst("[data-focus]");

        assertThat(summary.expectFirst("p").text()).isEqualTo("2 fields need another look");
        assertThat(summary.select("a").eachAttr("href")).containsExactly("#due", "#note");
    }

    @Test
    void a_field_without_a_problem_is_described_by_its_hint() throws Exception {
        Document page = page("/gallery", "en");
        Element field = page.expectFirst("select#outcome");

        assertThat(field.hasAttr("aria-invalid")).isFalse();
        assertThat(page.expectFirst("#" + field.attr("aria-describedby")).text())
                .isEqualTo("What the customer got");
        assertThat(field.expectFirst("option[selected]").text()).isEqualTo("Repair");
    }

    @Test
    void moments_carry_the_exact_instant_for_who_wants_to_know() throws Exception {
        Element time = page("/gallery", "en").expectFirst(".ec-facts time");

        assertThat(time.attr("datetime")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(time.attr("title")).endsWith("(Europe/Warsaw)");
    }

    @Test
    void the_last_page_has_no_way_on_and_the_first_none_back() throws Exception {
        Element pager = page("/gallery", "en").expectFirst(".ec-pager");

        assertThat(pager.select("a").eachAttr("rel")).containsExactly("next");
    }

    @Test
    void a_chart_is_a_table_first() throws Exception {
        Element card = page("/gallery/figures", "en").expectFirst(".ec-card:has([data-chart=trend])");

        assertThat(card.select("table[data-figures] tbody tr")).hasSize(12);
        assertThat(card.expectFirst("tbody tr").attr("data-value")).isEqualTo("35.0");
        assertThat(card.expectFirst("[data-chart]").attr("data-text-interval")).isEqualTo("95%: {lo} to {hi}");
        assertThat(card.expectFirst(".ec-alt").attr("tabindex")).isEqualTo("0");
    }

    @Test
    void every_form_control_of_the_gallery_has_a_label() throws Exception {
        Document page = page("/gallery", "en");

        assertThat(page.select("main input:not([type=hidden]), main select, main textarea"))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(page.select("label[for=" + control.id() + "]"))
                        .as(control.id())
                        .isNotEmpty());
    }

    private Document page(String path, String language) throws Exception {
        var answer = mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(SignedIn.as(Role.CX_AGENT))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
