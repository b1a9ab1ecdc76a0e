package cx.ecou.feedback.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.feedback.write.intake.Delivery;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@TestPropertySource(properties = "test.world=inbox") // a world of its own: what is counted here nobody else wrote
@AutoConfigureMockMvc
class InboxPageIT {

    private static final UUID ANA = Ids.derived("feedback", "window", "r-1042");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    Positions positions;

    @Autowired
    RecordedDeeds deeds;

    @BeforeEach
    void ana_has_written_and_so_has_an_anonymous_joker() {
        receive(FeedbackExamples.aDetractorFromAnaAsJson());
        receive(FeedbackExamples.anAnonymousScore("joker", 10)
                .replace("\"scores\"", "\"comment\":\"<script>alert(1)</script>\",\"scores\""));
        positions.await("feedback.inbox", positions.head(), Duration.ofSeconds(10));
    }

    @Test
    void the_newest_feedback_stands_first_and_is_open_for_reading() {
        Document page = page("/inbox?source=window");

        assertThat(page.select(".ec-item .ec-item-top a").eachText()).containsExactly("Anonymous", "Ana Kowalska");
        assertThat(page.select("#reading-title").text()).isEqualTo("Feedback from Anonymous");
        assertThat(page.select(".ec-page-head").text()).contains("2 pieces of feedback");
    }

    @Test
    void one_voice_shows_its_scores_comment_attributes_and_the_fact_behind_it() {
        Document page = page("/inbox/" + ANA);

        assertThat(page.select("#reading .ec-score").eachText())
                .containsExactly("3 of 10, detractor", "2 of 5, negative", "5 of 7, positive");
        assertThat(page.select("#reading .ec-comment").text()).isEqualTo("Dwa tygodnie opóźnienia.");
        assertThat(page.select("#reading .ec-comment").attr("lang")).isEqualTo("pl");
        assertThat(page.select("#reading dl").text()).contains("courier x", "Touchpoint delivery", "ana@example.org");
        assertThat(page.select("#reading ol").text())
                .contains("Feedback received, position " + positions.ofAggregate(ANA));
    }

    @Test
    void a_filter_stands_in_the_url_in_a_chip_and_in_every_link() {
        Document page = page("/inbox?source=window&touchpoint=delivery&band=NEGATIVE");

        assertThat(page.select(".ec-item")).hasSize(1);
        assertThat(page.select(".ec-chip").text()).contains("Touchpoint: delivery");
        assertThat(page.select(".ec-chip a").attr("href")).isEqualTo("/inbox?band=NEGATIVE&source=window");
        assertThat(page.select(".ec-item-top a").attr("href"))
                .startsWith("/inbox/" + ANA + "?band=NEGATIVE&touchpoint=delivery&source=window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opoznienia", "OPÓŹNIEN", "dwa tyg"})
    void words_are_found_by_their_beginning_without_regard_to_case_and_marks(String words) {
        assertThat(page("/inbox?source=window&q=" + words)
                        .select(".ec-item-top a")
                        .eachText())
                .containsExactly("Ana Kowalska");
    }

    @Test
    void who_reads_is_remembered_and_what_they_searched_for_is_not() {
        page("/inbox?band=NEGATIVE&q=Kowalska&source=window");
        assertThat(deeds.last("feedback"))
                .isEqualTo(Deed.of("listed", "feedback")
                        .with(Codes.NONE
                                .typed("source", "window")
                                .with("band", Band.NEGATIVE)
                                .typed("q", "Kowalska")));

        page("/inbox/" + ANA);
        assertThat(deeds.last("feedback")).isEqualTo(Deed.of("viewed", "feedback", ANA));

        int before = deeds.count();
        assertThat(mvc.get().uri("/inbox/" + Ids.next()).with(SignedIn.as(Role.CX_AGENT)))
                .hasStatus(404);
        assertThat(deeds.count()).isEqualTo(before);
    }

    @Test
    void nothing_found_says_so_and_offers_the_way_back() {
        Document page = page("/inbox?q=sofa&channel=phone");

        assertThat(page.select(".ec-void").text()).contains("No feedback matches 2 filters");
        assertThat(page.select(".ec-void a").attr("href")).isEqualTo("/inbox");
    }

    @Test
    void a_filter_that_cannot_be_read_shows_everything_and_says_so() {
        Document page = page("/inbox?from=yesterday");

        assertThat(page.select(".ec-item")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.select(".ec-note-caution").text()).contains("cannot be read");
    }

    @Test
    void what_customers_wrote_is_shown_and_never_run() {
        Document page = page("/inbox?source=window&band=POSITIVE");

        assertThat(page.select("#reading .ec-comment").text()).isEqualTo("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "cs", "ro"})
    void the_inbox_speaks_the_readers_language(String language) {
        Document page = Jsoup.parse(body(mvc.get()
                .uri("/inbox/" + ANA)
                .with(SignedIn.as(Role.EXECUTIVE))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .locale(Locale.forLanguageTag(language))
                .exchange()));

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("main").text()).doesNotContain("Feedback from", "Add filter", "Touchpoint");
    }

    @Test
    void an_unknown_feedback_is_not_found() {
        assertThat(mvc.get()
                        .uri("/inbox/" + UUID.randomUUID())
                        .with(SignedIn.as(Role.CX_AGENT))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private void receive(String json) {
        String delivered = json.replace("shop", "window").replace("kiosk", "window");
        intake.receive(List.of(Delivery.one(delivered.getBytes(StandardCharsets.UTF_8))));
    }

    private Document page(String uri) {
        MvcTestResult answer =
                mvc.get().uri(uri).with(SignedIn.as(Role.CX_AGENT)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
