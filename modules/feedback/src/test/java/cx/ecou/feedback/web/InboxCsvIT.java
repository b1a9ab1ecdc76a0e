package cx.ecou.feedback.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.feedback.write.intake.Delivery;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.testing.SignedIn;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@TestPropertySource(properties = "test.world=inbox-csv") // a world of its own: what is exported here nobody else wrote
@AutoConfigureMockMvc
class InboxCsvIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Intake intake;

    @Autowired
    Positions positions;

    @Test
    void a_feedback_is_one_row_with_everything_that_was_said() {
        receive(FeedbackExamples.aDetractorFromAnaAsJson());

        NamedCsvRecord ana = rows("/inbox.csv?customerRef=crm-77").get(0);

        assertThat(ana.getFieldsAsMap())
                .containsEntry(
                        "feedbackId", Ids.derived("feedback", "shop", "r-1042").toString())
                .containsEntry("occurredAt", "2026-07-25T21:37:22Z")
                .containsEntry("customerName", "Ana Kowalska")
                .containsEntry("customerEmail", "ana@example.org")
                .containsEntry("nps", "3")
                .containsEntry("csat", "2")
                .containsEntry("csatLowest", "1")
                .containsEntry("csatHighest", "5")
                .containsEntry("cesHighest", "7")
                .containsEntry("comment", "Dwa tygodnie opóźnienia.")
                .containsEntry("attributes", "{\"courier\":\"x\"}")
                .doesNotContainValue("null");
    }

    @Test
    void what_nobody_said_is_empty() {
        receive(FeedbackExamples.anAnonymousScore("silent", 7.5));

        NamedCsvRecord silent =
                rows("/inbox.csv?source=kiosk&minScore=7.5&maxScore=7.5").get(0);

        assertThat(silent.getField("nps")).isEqualTo("7.5");
        for (String column : List.of("customerRef", "customerName", "csat", "csatLowest", "comment", "attributes")) {
            assertThat(silent.getField(column)).as(column).isEmpty();
        }
    }

    @Test
    void the_file_holds_what_the_filters_show_and_nothing_else_however_many_there_are() {
        int many = 2_345;
        receiveAll(IntStream.range(0, many)
                .mapToObj(n -> FeedbackExamples.anAnonymousScore("m-" + n, n % 2 == 0 ? 9 : 1)
                        .replace("kiosk", "fair")
                        .replace("10:00:00", "10:%02d:%02d".formatted(n / 60, n % 60)))
                .toList());

        List<NamedCsvRecord> all = rows("/inbox.csv?source=fair");
        List<NamedCsvRecord> negative = rows("/inbox.csv?source=fair&band=NEGATIVE&cursor=of-a-page");

        assertThat(all)
                .extracting(row -> row.getField("externalId"))
                .containsExactlyElementsOf(IntStream.range(0, many)
                        .mapToObj(n -> "m-" + (many - 1 - n))
                        .toList());
        assertThat(negative)
                .hasSize(many / 2)
                .allMatch(row -> row.getField("nps").equals("1"));
    }

    @Test
    void a_comment_that_a_spreadsheet_would_run_is_a_text() {
        receive(FeedbackExamples.anAnonymousScore("formula", 2)
                .replace("kiosk", "trap")
                .replace("\"scores\"", "\"touchpoint\":\"@x\",\"comment\":\"=HYPERLINK(\\\"//evil\\\")\",\"scores\""));

        NamedCsvRecord row = rows("/inbox.csv?source=trap").get(0);

        assertThat(row.getField("comment")).isEqualTo("'=HYPERLINK(\"//evil\")");
        assertThat(row.getField("touchpoint")).isEqualTo("'@x");
    }

    @Test
    void the_answer_is_a_file_for_a_spreadsheet_whose_name_tells_nothing() {
        MvcTestResult answer = answer("/inbox.csv?q=opoznienia&customerRef=crm-77");

        assertThat(answer).hasHeader("Content-Type", "text/csv;charset=UTF-8");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; ")
                .contains("feedback.csv")
                .doesNotContain("crm", "opoz");
        assertThat(answer.getResponse().getContentAsByteArray()).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
    }

    @Test
    void a_filter_that_cannot_be_read_gives_no_file_instead_of_everything() {
        assertThat(answer("/inbox.csv?from=yesterday")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Jsoup.parse(body(answer("/inbox?from=yesterday"))).select("a[href^=/inbox.csv]"))
                .isEmpty();
    }

    @Test
    void the_page_leads_to_the_file_of_what_it_shows() {
        receive(FeedbackExamples.aDetractorFromAnaAsJson());

        var page = Jsoup.parse(body(answer("/inbox?customerRef=crm-77&band=NEGATIVE")));

        assertThat(page.select(".ec-page-head a[download]").attr("href"))
                .isEqualTo("/inbox.csv?band=NEGATIVE&customerRef=crm-77");
        assertThat(page.select(".ec-page-head a[download]").attr("aria-label"))
                .isEqualTo("Export what is shown here as a CSV file");
    }

    private void receive(String json) {
        receiveAll(List.of(json));
    }

    private void receiveAll(List<String> jsons) {
        intake.receive(jsons.stream()
                .map(json -> Delivery.one(json.getBytes(StandardCharsets.UTF_8)))
                .toList());
        positions.await("feedback.inbox", positions.head(), Duration.ofSeconds(20));
    }

    private List<NamedCsvRecord> rows(String uri) {
        MvcTestResult answer = answer(uri);
        assertThat(answer).hasStatusOk();
        return CsvReader.builder().ofNamedCsvRecord(body(answer).substring(1)).stream()
                .toList();
    }

    private MvcTestResult answer(String uri) {
        return mvc.get().uri(uri).with(SignedIn.as(Role.EXECUTIVE)).exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
