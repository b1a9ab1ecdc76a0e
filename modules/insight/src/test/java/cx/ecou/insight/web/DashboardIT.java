package cx.ecou.insight.web;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.insight.CaseExamples;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.insight.Intake;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * It is 2 November 2018. In October delivery fell from 60/20/20 to 20/20/60 while ordering stayed at 120/50/30; ten
 * people answered about returns in both months, three about the chat; satisfaction did not change, and nobody was asked
 * about effort. Of six cases two were contacted in time, two too late, two not at all.
 */
@EcouTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final String OCTOBER = "/dashboard?period=last-month";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    CaseExamples cases;

    @Autowired
    SettableClock clock;

    @BeforeAll
    void recordTwoMonths() {
        intake.recordAt(
                "2018-10-01T08:00:00Z",
                all(nps("2018-09-10", "delivery", 60, 20, 20), nps("2018-09-10", "ordering", 120, 50, 30)));
        intake.recordAt("2018-10-01T08:00:00Z", nps("2018-09-11", "returns", 0, 10, 0));
        intake.recordAt(
                "2018-11-01T08:00:00Z",
                all(nps("2018-10-10", "delivery", 20, 20, 60), nps("2018-10-10", "ordering", 120, 50, 30)));
        intake.recordAt(
                "2018-11-01T09:00:00Z",
                all(nps("2018-10-11", "returns", 0, 10, 0), nps("2018-10-11", "chat", 0, 3, 0)));
        for (String day : List.of("2018-09-10", "2018-10-10")) {
            intake.recordAt(
                    "2018-11-01T09:00:00Z",
                    all(many(80, on(day, Score.csat(5, ONE_TO_FIVE))), many(20, on(day, Score.csat(2, ONE_TO_FIVE)))));
        }
        for (int i = 0; i < 2; i++) {
            var inTime = cases.open("delivery", "2018-10-10T10:00:00Z", "2018-10-11T10:00:00Z");
            cases.contact(inTime, "2018-10-10T12:00:00Z");
            var tooLate = cases.open("delivery", "2018-10-10T10:00:00Z", "2018-10-11T10:00:00Z");
            cases.contact(tooLate, "2018-10-12T10:00:00Z");
            cases.open("delivery", "2018-10-10T10:00:00Z", "2018-10-11T10:00:00Z");
        }
        cases.awaitFigures();
    }

    @BeforeEach
    void itIsTheSecondOfNovember() {
        clock.set(Instant.parse("2018-11-02T09:00:00Z"));
    }

    @AfterAll
    void setTheClockBack() {
        clock.set(Intake.NOON);
    }

    @Test
    void the_start_page_is_the_dashboard() {
        assertThat(mvc.get().uri("/").with(SignedIn.as(Role.EXECUTIVE))).hasRedirectedUrl("/dashboard");
    }

    @ParameterizedTest
    @EnumSource
    void everybody_who_works_here_may_see_it(Role role) {
        assertThat(mvc.get().uri("/dashboard").with(SignedIn.as(role))).hasStatusOk();
    }

    @Test
    void nobody_else_may() {
        assertThat(mvc.get().uri("/dashboard")).failure().rootCause().hasMessage("nobody is signed in");
    }

    @Test
    void the_sentence_on_top_says_what_changed_whether_it_is_real_and_what_explains_it() {
        Document page = page(OCTOBER);

        assertThat(page.expectFirst("h1").text())
                .isEqualTo("Customer experience · October 2018 against September 2018");
        assertThat(page.expectFirst(".ec-answer").text())
                .isEqualTo("NPS fell by 26.0 points to 16.0, a real change. Delivery explains 25.6 of it."
                        + " No significant change in CSAT.");
    }

    @Test
    void a_tile_shows_value_n_interval_change_and_the_month_before() {
        Element tile = tile("nps", OCTOBER);

        assertThat(tile.expectFirst(".ec-figure").text()).isEqualTo("16.0");
        assertThat(tile.select(".ec-meta span").eachText()).containsExactly("95%: 6.5 to 25.1", "n = 313");
        assertThat(tile.expectFirst(".ec-change-worse").text()).isEqualTo("26.0 points down, significant");
        assertThat(tile.expectFirst(".ec-key").text()).isEqualTo("Sep 41.9");
        assertThat(tile.expectFirst("svg.ec-interval").attr("aria-label"))
                .isEqualTo("16.0, 95% interval 6.5 to 25.1, Sep 41.9");
        assertThat(tile.expectFirst("h2 a").attr("aria-current")).isEqualTo("true");
    }

    @Test
    void a_change_that_may_be_chance_is_not_called_one() {
        Element tile = tile("csat", OCTOBER);

        assertThat(tile.expectFirst(".ec-figure").text()).isEqualTo("80.0%");
        assertThat(tile.expectFirst(".ec-change-none").text()).isEqualTo("No significant change");
        assertThat(tile.select("h2 a").attr("href")).contains("kpi=csat").contains("period=last-month");
    }

    @Test
    void a_kpi_that_nobody_was_asked_about_says_what_it_needs() {
        Element tile = tile("ces", OCTOBER);

        assertThat(tile.select(".ec-figure")).isEmpty();
        assertThat(tile.text())
                .contains("No answers: October 2018")
                .contains("CES needs the question whether it was easy, on a scale of 1 to 7.");
        assertThat(page(OCTOBER + "&kpi=ces").expectFirst(".ec-answer b").text())
                .isEqualTo("Nobody answered the question of CES in this period.");
    }

    @Test
    void shares_stand_behind_the_figures_with_their_intervals() {
        assertThat(page(OCTOBER)
                        .select("section[aria-label='Behind the figures'] tbody tr")
                        .eachText())
                .containsExactly(
                        "Promoters 39.3 to 50.3 313 44.7%",
                        "Detractors 24.0 to 34.0 313 28.8%", "Contacted in time 9.7 to 70.0 6 33.3%");
    }

    @Test
    void the_trend_has_twelve_months_without_gaps_and_marks_what_is_real() {
        Document page = page(OCTOBER);
        List<Element> rows = page.select("table[data-figures=trend] tbody tr");

        assertThat(rows).hasSize(12);
        assertThat(rows.get(0).select("th").text()).isEqualTo("October 2018");
        assertThat(rows.get(0).attributes().asList().toString()).contains("data-value=\"15.974\"");
        assertThat(rows.get(0).attr("data-change")).isEqualTo("-25.961");
        assertThat(rows.get(0).attr("data-better")).isEqualTo("false");
        assertThat(rows.get(0).select("td").eachText())
                .containsExactly("16.0", "6.5 to 25.1", "313", "−26.0, significant");
        assertThat(rows.get(2).select("th").text()).isEqualTo("August 2018");
        assertThat(rows.get(2).hasAttr("data-value")).isFalse();
        assertThat(rows.get(2).select("td").get(0).text()).isEqualTo("too few");
        assertThat(page.expectFirst("table[data-figures=trend]").attr("data-summary"))
                .isEqualTo("NPS by month, between 16.0 and 41.9, last 16.0.");
    }

    @Test
    void every_point_leads_to_the_voices_behind_it() {
        Element september = page(OCTOBER + "&channel=web")
                .select("table[data-figures=trend] tbody tr")
                .get(1);

        assertThat(september.attr("data-href"))
                .isEqualTo("/inbox?from=2018-09-01&to=2018-09-30&metric=NPS&channel=web");
        assertThat(september.select("th a").attr("href")).isEqualTo(september.attr("data-href"));
    }

    @Test
    void the_breakdown_shows_the_worst_first_marks_a_low_base_and_hides_what_is_too_few() {
        List<Element> rows = page(OCTOBER).select("table[data-figures=breakdown] tbody tr");

        assertThat(rows.stream().map(row -> row.select("th").text()))
                .containsExactly("delivery", "returns", "ordering", "chat");
        assertThat(rows.get(0).text()).isEqualTo("delivery −40.0 −54.3 to −23.4 100 −80.0, significant");
        assertThat(rows.get(1).text()).isEqualTo("returns 0.0 −18.5 to 18.5 10, low base");
        assertThat(rows.get(1).attr("data-low-base")).isEqualTo("true");
        assertThat(rows.get(2).text()).endsWith("No significant change");
        assertThat(rows.get(3).text()).isEqualTo("chat too few 3");
        assertThat(rows.get(3).hasAttr("data-value")).isFalse();
        assertThat(rows.get(0).attr("data-href"))
                .isEqualTo("/inbox?from=2018-10-01&to=2018-10-31&metric=NPS&touchpoint=delivery");
    }

    @Test
    void what_moved_it_adds_up_to_the_change() {
        Document page = page(OCTOBER);
        Element card = page.expectFirst("section[aria-labelledby=c-why]");

        assertThat(card.select("h2").text()).isEqualTo("What moved NPS");
        assertThat(card.select(".ec-card-head p").text()).isEqualTo("−26.0 points, by touchpoint");
        assertThat(card.select("tbody th").eachText()).startsWith("delivery").endsWith("1 other touchpoint");
        assertThat(card.select("td.ec-strong").eachText().stream()
                        .mapToDouble(points -> Double.parseDouble(points.replace('−', '-')))
                        .sum())
                .isCloseTo(-26.0, within(0.2));
        assertThat(card.select(".ec-split a").text()).isEqualTo("60 detractors at delivery");
        assertThat(card.select(".ec-split a").attr("href"))
                .contains("band=NEGATIVE")
                .contains("touchpoint=delivery");
    }

    @Test
    void without_a_real_change_nothing_has_a_colour() {
        Element card = page(OCTOBER + "&kpi=csat").expectFirst("section[aria-labelledby=c-why]");

        assertThat(card.select(".ec-card-head p").text()).isEqualTo("No significant change, by touchpoint");
        assertThat(card.select(".ec-fill-negative, .ec-fill-positive")).isEmpty();
        assertThat(card.select(".ec-split")).isEmpty();
    }

    @Test
    void what_is_being_done_counts_cases_and_contacts_in_time() {
        Element card = page(OCTOBER + "&touchpoint=delivery").expectFirst("section[aria-labelledby=c-do]");

        assertThat(card.select(".ec-trio dt").eachText()).containsExactly("open cases", "due today", "overdue");
        assertThat(card.text()).contains("Contacted in time n = 6 · 9.7 to 70.0 33.3%");
        assertThat(card.select(".ec-split a").attr("href")).isEqualTo("/cases?view=list&touchpoint=delivery");
    }

    @Test
    void a_share_of_too_few_cases_is_not_shown() {
        Element card = page(OCTOBER + "&touchpoint=returns").expectFirst("section[aria-labelledby=c-do]");

        assertThat(card.text()).contains("Contacted in time n = 0 –");
    }

    @Test
    void the_distribution_stands_beside_its_picture() {
        Element october = page(OCTOBER)
                .select("table[data-figures=distribution] tbody tr")
                .get(0);

        assertThat(october.text()).isEqualTo("October 2018 140 83 90 313");
        assertThat(october.attr("data-detractors")).isEqualTo("90");
        assertThat(page(OCTOBER + "&kpi=csat")
                        .select("section[aria-labelledby=c-di] .ec-legend")
                        .text())
                .isEqualTo("Satisfied 4–5 Neutral 3 Dissatisfied 1–2");
    }

    @Test
    void filters_narrow_every_figure_and_can_be_dropped() {
        Document page = page(OCTOBER + "&touchpoint=delivery");

        assertThat(tile(page, "nps").expectFirst(".ec-figure").text()).isEqualTo("−40.0");
        assertThat(page.select(".ec-chip").text()).isEqualTo("Touchpoint: delivery Remove filter Touchpoint");
        assertThat(page.select(".ec-chip a").attr("href")).doesNotContain("delivery");
        assertThat(page.select("#filter-touchpoint option[selected]").attr("value"))
                .isEqualTo("delivery");
        assertThat(page.select("#filter-touchpoint option").eachAttr("value")).contains("", "ordering", "returns");
    }

    @Test
    void another_dimension_is_a_choice_away() {
        Document page = page(OCTOBER + "&by=channel");

        assertThat(page.select("#f-by option[selected]").attr("value")).isEqualTo("channel");
        assertThat(page.select("#c-bd").text()).isEqualTo("NPS by channel, October 2018");
        assertThat(page.select("table[data-figures=breakdown] tbody th").eachText())
                .containsExactly("web");
        assertThat(page.select("#f-period option[selected]").attr("value")).isEqualTo("last-month");
    }

    @Test
    void the_past_can_be_seen_as_it_was_known() {
        Document page = page(OCTOBER + "&asOf=2018-11-01T08:30:00Z");

        assertThat(tile(page, "nps").select(".ec-meta").text()).contains("n = 300");
        assertThat(page.select("#dashboard .ec-note").text()).startsWith("As known at 1 Nov 2018");
        assertThat(page.select("#asOf").attr("value")).isEqualTo("2018-11-01T09:30");
        assertThat(page.select("#dashboard .ec-note a").attr("href")).doesNotContain("asOf");
    }

    @Test
    void an_address_that_cannot_be_read_shows_what_is_usual_and_says_so() {
        Document page = page("/dashboard?kpi=happiness&period=sometime");

        assertThat(page.select("#dashboard .ec-note").text()).startsWith("A part of this address cannot be read");
        assertThat(page.select("#f-period option[selected]").attr("value")).isEqualTo("last-30-days");
    }

    @Test
    void a_period_without_any_answers_says_so_and_leads_back() {
        Document page = page("/dashboard?from=2031-01-01&to=2031-01-31");

        assertThat(page.select(".ec-void").text()).isEqualTo("No answers: January 2031 Show the last 30 days");
        assertThat(page.select(".ec-tile")).isEmpty();
        assertThat(page("/dashboard?from=2031-01-01&to=2031-01-31&channel=pigeon")
                        .select(".ec-void")
                        .text())
                .contains("No scores match these filters");
    }

    @Test
    void the_page_follows_what_is_counted() {
        Element root = page(OCTOBER).expectFirst("#dashboard");

        assertThat(root.attr("data-live").split(" ")).containsExactly("insight.figures", "insight.cases");
        assertThat(root.attr("hx-get")).startsWith("/dashboard?kpi=nps&period=last-month");
        assertThat(root.attr("hx-select")).isEqualTo("#dashboard-figures");
        assertThat(root.select("#dashboard-figures")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pl | NPS spadł o 26,0 pkt do 16,0: to rzeczywista zmiana.
                    cs | NPS klesl o 26,0 bodu na 16,0: je to skutečná změna.
                    ro | NPS a scăzut cu 26,0 puncte la 16,0, o schimbare reală.
                    """)
    void it_speaks_the_readers_language(String language, String finding) {
        for (String kpi : List.of("nps", "csat", "ces")) {
            assertThat(page(OCTOBER + "&kpi=" + kpi, language)
                            .expectFirst("html")
                            .attr("lang"))
                    .isEqualTo(language);
        }
        assertThat(page(OCTOBER, language).expectFirst(".ec-answer b").text()).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({"last-30-days", "this-month", "last-90-days", "this-quarter", "last-quarter", "this-year", "last-year"})
    void every_period_can_be_looked_at(String period) {
        assertThat(page("/dashboard?period=" + period).select("#dashboard-figures"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2018-10-10, 2018-10-10", "2018-10-01, 2018-10-14", "2010-01-01, 2018-12-31", "1999-01-01, 2018-12-31"})
    void short_and_long_periods_have_steps_of_their_own(String from, String to) {
        assertThat(page("/dashboard?from=" + from + "&to=" + to).select("table[data-figures=trend] tbody tr"))
                .hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void the_trend_can_be_taken_along() throws Exception {
        assertThat(csv("/dashboard/trend.csv?period=last-month"))
                .startsWith("\uFEFFMonth,NPS,From (95%),To (95%),n,Change,Significant\r\n2017-11,,,,0,,\r\n")
                .endsWith("2018-09,41.94,33.19,49.88,310,,\r\n2018-10,15.97,6.55,25.10,313,-25.96,1\r\n");
    }

    @Test
    void so_can_the_other_charts() throws Exception {
        assertThat(csv("/dashboard/breakdown.csv?period=last-month"))
                .contains("\r\ndelivery,-40.00,-54.29,-23.38,100,-80.00,1\r\n")
                .endsWith("\r\nchat,,,,3,,\r\n");
        assertThat(csv("/dashboard/reasons.csv?period=last-month"))
                .startsWith("\uFEFFTouchpoint,Contribution\r\ndelivery,-25.");
        assertThat(csv("/dashboard/distribution.csv?period=last-month"))
                .startsWith("\uFEFFMonth,Promoters,Passives,Detractors\r\n2017-11,,,\r\n")
                .endsWith("2018-10,140,83,90\r\n");
    }

    private String csv(String uri) throws UnsupportedEncodingException {
        var answer =
                mvc.get().uri(URI.create(uri)).with(SignedIn.as(Role.EXECUTIVE)).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("2018-10-01-2018-10-31.csv");
        return answer.getResponse().getContentAsString();
    }

    private Element tile(String kpi, String uri) {
        return tile(page(uri), kpi);
    }

    private static Element tile(Document page, String kpi) {
        return page.expectFirst("article[aria-labelledby=t-" + kpi + "]");
    }

    private Document page(String uri) {
        return page(uri, "en");
    }

    private Document page(String uri, String language) {
        var answer = mvc.get()
                .uri(URI.create(uri))
                .header("Accept-Language", language)
                .with(SignedIn.as(Role.CX_MANAGER))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FeedbackExamples[] nps(String day, String touchpoint, int promoters, int passives, int detractors) {
        return all(
                many(promoters, on(day, Score.nps(10)).at(touchpoint)),
                many(passives, on(day, Score.nps(8)).at(touchpoint)),
                many(detractors, on(day, Score.nps(3)).at(touchpoint)));
    }

    private static FeedbackExamples[] many(int times, FeedbackExamples feedback) {
        return Stream.generate(() -> feedback).limit(times).toArray(FeedbackExamples[]::new);
    }

    private static FeedbackExamples[] all(FeedbackExamples[]... lists) {
        return Stream.of(lists).flatMap(Stream::of).toArray(FeedbackExamples[]::new);
    }
}
