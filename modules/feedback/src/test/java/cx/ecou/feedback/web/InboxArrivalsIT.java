package cx.ecou.feedback.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.feedback.read.inbox.Inbox;
import cx.ecou.feedback.write.intake.Delivery;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an open inbox offers when new feedback has come in. */
@EcouTest
@TestPropertySource(properties = "test.world=inbox-csv") // shares the world of the export, under sources of its own
@AutoConfigureMockMvc
class InboxArrivalsIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    Positions positions;

    @Test
    void an_open_page_is_offered_what_matches_and_was_recorded_since() {
        receive("desk", "first", 3);
        Element line = page("/inbox?source=desk&band=NEGATIVE").expectFirst("#inbox-arrived");
        assertThat(line.attr("data-live")).isEqualTo("feedback.inbox");
        assertThat(line.text()).isEmpty();
        assertThat(page(line.attr("hx-get")).text()).isEmpty();

        receive("desk", "negative", 2);
        receive("desk", "positive", 10);
        receive("other desk", "negative", 2);

        Element button = page(line.attr("hx-get")).expectFirst("a");
        assertThat(button.text()).isEqualTo("Show 1 new");
        assertThat(button.attr("href")).isEqualTo("/inbox?band=NEGATIVE&source=desk");
        Document fresh = page(button.attr("href"));
        assertThat(fresh.select(".ec-item")).hasSize(2);
        assertThat(page(fresh.select("#inbox-arrived").attr("hx-get")).text()).isEmpty();
    }

    @Test
    void what_was_said_long_ago_and_is_learned_now_is_new_as_well() {
        receive("post", "first", 3);
        String arrived = page("/inbox?source=post").select("#inbox-arrived").attr("hx-get");

        receive(FeedbackExamples.anAnonymousScore("letter", 9)
                .replace("kiosk", "post")
                .replace("2026-07-26", "2019-01-02"));

        assertThat(page(arrived).text()).isEqualTo("Show 1 new");
    }

    @Test
    void who_reads_one_voice_is_offered_the_new_ones_beside_it() {
        receive("hall", "first", 3);
        String open = page("/inbox?source=hall").select(".ec-item-top a").attr("href");

        assertThat(page(open).select("#inbox-arrived").attr("hx-get"))
                .matches("/inbox/new\\?source=hall&since=2\\d\\d\\d-.+Z");
    }

    @Test
    void counting_ends_where_nobody_reads_on() {
        String arrived = page("/inbox?source=flood").select("#inbox-arrived").attr("hx-get");
        intake.receive(IntStream.rangeClosed(0, Inbox.NEW_LIMIT)
                .mapToObj(n -> Delivery.one(FeedbackExamples.anAnonymousScore("f-" + n, 5)
                        .replace("kiosk", "flood")
                        .getBytes(StandardCharsets.UTF_8)))
                .toList());
        positions.await("feedback.inbox", positions.head(), Duration.ofSeconds(20));

        assertThat(page(arrived).text()).isEqualTo("Show 1,000 and more new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pl | Pokaż 3 nowe | Eksport CSV | Eksportuj to, co tu widać, do pliku CSV",
                "cs | Zobrazit 3 nové | Export CSV | Exportovat zobrazené ohlasy do souboru CSV",
                "ro | Arată 3 opinii noi | Export CSV | Exportă ce se vede aici într-un fișier CSV"
            })
    void the_offers_speak_the_readers_language(String language, String button, String export, String what) {
        String source = "desk-" + language;
        for (String externalId : new String[] {"1", "2", "3"}) {
            receive(source, externalId, 5);
        }

        Document inbox = page("/inbox?source=" + source, language);
        assertThat(inbox.select("a[download]").text()).isEqualTo(export);
        assertThat(inbox.select("a[download]").attr("title")).isEqualTo(what);
        assertThat(page("/inbox/new?since=1970-01-01T00:00:00Z&source=" + source, language)
                        .text())
                .isEqualTo(button);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?since=lately",
                "?since=%2B999999999-01-01T00:00:00Z",
                "?since=2026-07-26T10:00:00Z&from=yesterday"
            })
    void a_question_that_cannot_be_read_is_refused(String query) {
        assertThat(mvc.get()
                        .uri("/inbox/new" + query.replace("%2B", "+"))
                        .with(SignedIn.as(Role.CX_AGENT))
                        .exchange())
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_page_whose_filter_cannot_be_read_does_not_wait_for_more() {
        assertThat(page("/inbox?from=yesterday").select("#inbox-arrived")).isEmpty();
    }

    private void receive(String source, String externalId, double nps) {
        receive(FeedbackExamples.anAnonymousScore(externalId, nps).replace("kiosk", source));
    }

    private void receive(String json) {
        intake.receive(List.of(Delivery.one(json.getBytes(StandardCharsets.UTF_8))));
        positions.await("feedback.inbox", positions.head(), Duration.ofSeconds(20));
    }

    private Document page(String uri) {
        return page(uri, "en");
    }

    private Document page(String uri, String language) {
        MvcTestResult answer = mvc.get()
                .uri(URI.create(uri))
                .with(SignedIn.as(Role.CX_AGENT))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .locale(Locale.forLanguageTag(language))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
