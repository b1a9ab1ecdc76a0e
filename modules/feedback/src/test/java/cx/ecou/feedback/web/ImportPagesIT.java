package cx.ecou.feedback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.write.imports.ImportExamples;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
class ImportPagesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RecordedDeeds deeds;

    @Test
    void a_file_is_imported_step_by_step_with_plain_forms() {
        String columns = upload(ImportExamples.aShopExport());
        String home = columns.replace("/columns", "");
        Map<String, String> form = form(page(columns));
        form.put("constant.source", "pages-1");
        form.put("name", "Shop export");

        assertThat(post(home + "/check", form).getResponse().getRedirectedUrl()).isEqualTo(home);
        Document checked = pageSaying(home, "rows checked");
        assertThat(checked.select(".ec-tally").get(0).text())
                .contains("Will be recorded 3")
                .contains("reasons 1");
        assertThat(checked.select(".btn-primary").text()).isEqualTo("Import 3 rows");

        post(home + "/start", Map.of());
        Document done = pageSaying(home, "rows are imported");
        assertThat(done.select(".ec-tally").get(0).text())
                .isEqualTo("Recorded 3 Already known 0 Rejected, with reasons 1");
        assertThat(done.select("tbody tr").text()).isEqualTo("3 nps 11 not on the scale");
        assertThat(done.select("[hx-trigger]")).isEmpty();
        assertThat(page("/imports").select("#all-imports tbody tr").get(0).text())
                .startsWith("responses-october.csv done 4 3 0 1");
    }

    @Test
    void who_uploads_and_starts_an_import_and_takes_its_rejected_rows_along_is_remembered() {
        String columns = upload(ImportExamples.aShopExport());
        String home = columns.replace("/columns", "");
        UUID id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
        assertThat(deeds.last("import")).isEqualTo(Deed.of("uploaded", "import", id));

        Map<String, String> form = form(page(columns));
        form.put("constant.source", "pages-audit");
        post(home + "/check", form);
        pageSaying(home, "rows checked");
        post(home + "/start", Map.of());
        assertThat(deeds.last("import")).isEqualTo(Deed.of("started", "import", id));

        pageSaying(home, "rows are imported");
        page(home + "/rejected.csv");
        assertThat(deeds.last("import")).isEqualTo(Deed.of("exported", "import", id));
    }

    @Test
    void each_column_shows_its_first_values_what_it_becomes_and_how_sure_that_is() {
        Document page = page(upload(ImportExamples.aShopExport()));

        assertThat(page.select("#columns-table tbody tr").stream().map(ImportPagesIT::line))
                .containsExactly(
                        "order_no | A-104882, A-104883, A-104884 | externalId | recognised",
                        "client_mail | k***@example.org, j***@example.o… | customer.email | recognised",
                        "nps | 2, 9, 11 | NPS | recognised",
                        "komentarz | Dwa tygodnie opóźnienia i nikt n… | comment | recognised",
                        "data | 29.10.2026 18:20, 29.10.2026 18:… | occurredAt | check the format",
                        "punkt | Dostawa, Zamówienie, Sklep | touchpoint | recognised",
                        "kurier_id | 114, 87 |  | left out");
        assertThat(page.select("[name=format4] option[selected]").text()).isEqualTo("dd.MM.yyyy HH:mm");
        assertThat(page.select("#h-map + p").text())
                .isEqualTo("5 of 7 columns recognised from their names and values, 1 to check, 1 left out.");
    }

    @Test
    void the_first_rows_show_what_will_be_recorded_and_what_is_wrong_stands_in_its_cell() {
        Document page = page(upload(ImportExamples.aShopExport()));

        assertThat(page.select("#preview tbody tr").eachText())
                .containsExactly(
                        "1 29 Oct 2026, 18:20 2 of 10, detractor Dwa tygodnie opóźnienia i nikt nie zadzwonił. Dostawa"
                                + " k***@example.org",
                        "2 29 Oct 2026, 18:24 9 of 10, promoter no comment Zamówienie j***@example.org",
                        "3 29 Oct 2026, 18:31 11, not on 0 to 10 Super obsługa w sklepie! Sklep o***@example.org",
                        "4 29 Oct 2026, 18:40 7 of 10, passive Dobrze, ale drogo. Jakość e***@example.org");
        assertThat(page.select("#preview .ec-cell-bad").text()).isEqualTo("11, not on 0 to 10");
        assertThat(page.html()).doesNotContain("kasia@example.org");
    }

    @Test
    void what_is_chosen_is_shown_again_before_anything_is_checked() {
        String columns = upload(ImportExamples.aShopExport());
        Map<String, String> form = form(page(columns));
        form.put("becomes6", "attribute");
        form.put("becomes5", "channel");
        form.put("values5", "Dostawa = courier");

        Document page = parsed(post(columns, form));

        assertThat(page.select("[name=becomes6] option[selected]").val()).isEqualTo("attribute");
        assertThat(page.select("#columns-table tbody tr").get(6).text()).contains("chosen");
        assertThat(page.select("#preview tbody tr").get(0).text()).contains("courier");
    }

    @Test
    void a_mapping_that_is_not_complete_answers_422_and_keeps_what_was_chosen() {
        String columns = upload(ImportExamples.aShopExport());
        Map<String, String> form = form(page(columns));
        form.put("becomes4", "");
        form.put("constant.source", "");
        form.put("constant.channel", "shop floor");

        MvcTestResult answer = post(columns.replace("/columns", "/check"), form);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Document page = parsed(answer);
        assertThat(page.select("[role=alert] li").eachText())
                .containsExactlyInAnyOrder(
                        "Say where the feedback comes from: the source.",
                        "Choose the column that says when it happened.");
        assertThat(page.select("[name='constant.channel']").val()).isEqualTo("shop floor");
    }

    @Test
    void a_kept_mapping_is_offered_again_for_a_file_with_the_same_columns() {
        String file = "ref;stars;when\nx-1;5;2026-01-02\n";
        String first = upload(file);
        Map<String, String> form = form(page(first));
        form.put("constant.source", "pages-2");
        form.put("constant.channel", "e-mail");
        form.put("becomes1", "CSAT 1-5");
        form.put("name", "Weekly panel");
        post(first.replace("/columns", "/check"), form);

        Document again = page(upload(file));

        assertThat(again.select("#name").val()).isEqualTo("Weekly panel");
        assertThat(again.select("[name='constant.channel']").val()).isEqualTo("e-mail");
        assertThat(again.select("[name=becomes1] option[selected]").val()).isEqualTo("CSAT 1-5");
        assertThat(page("/imports").text()).contains("Weekly panel");
        post("/imports/mappings/removal", Map.of("name", "Weekly panel"));
        assertThat(page("/imports").text()).doesNotContain("Weekly panel");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_on_the_page_where_it_was_chosen() {
        MvcTestResult answer = send("a;a\n1;2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(parsed(answer).select("[role=alert] li").text())
                .isEqualTo("Two columns have the same name. Rename one.");
    }

    @Test
    void a_file_is_discarded_before_anything_is_recorded() {
        String home = upload(ImportExamples.aShopExport()).replace("/columns", "");

        assertThat(post(home + "/removal", Map.of()).getResponse().getRedirectedUrl())
                .isEqualTo("/imports");

        assertThat(get(home)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void rejected_rows_are_a_file_without_formulas() {
        String home = upload("nps;when;text\n12;2026-01-02;=1+1\n").replace("/columns", "");
        Map<String, String> form = form(page(home + "/columns"));
        form.put("constant.source", "pages-3");
        post(home + "/check", form);
        pageSaying(home, "row checked");

        MvcTestResult csv = get(home + "/rejected.csv");

        assertThat(csv.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFrow,reasons,nps,when,text\r\n"
                        + "1,nps: 12 is not on the scale 0-10.,12,2026-01-02,'=1+1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "cs", "ro"})
    void every_page_speaks_the_language_of_its_reader(String language) {
        String columns = upload(ImportExamples.aShopExport());

        for (String uri : new String[] {"/imports", columns}) {
            MvcTestResult answer = mvc.get()
                    .uri(uri)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                    .with(SignedIn.as(Role.CX_MANAGER))
                    .exchange();
            assertThat(answer).hasStatusOk();
            assertThat(parsed(answer).select("html").attr("lang")).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200", "CX_MANAGER, 200", "CX_AGENT, 403", "EXECUTIVE, 403"})
    void managers_and_administrators_may_import(Role role, int status) {
        assertThat(mvc.get().uri("/imports").with(SignedIn.as(role))).hasStatus(status);
    }

    private static String line(Element row) {
        return String.join(
                " | ",
                row.select("th").text(),
                row.select("td").get(0).text(),
                row.select("[name^=becomes] option[selected]").val(),
                row.select(".ec-tag").text());
    }

    /** What the form of the page would send as it stands. */
    private static Map<String, String> form(Document page) {
        Map<String, String> form = new LinkedHashMap<>();
        page.select("#columns-form input[name], #columns-form textarea[name]")
                .forEach(field -> form.put(field.attr("name"), field.val()));
        page.select("#columns-form select[name]")
                .forEach(field -> form.put(
                        field.attr("name"), field.select("option[selected]").val()));
        return form;
    }

    private String upload(String file) {
        MvcTestResult answer = send(file.getBytes(StandardCharsets.UTF_8));
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult send(byte[] file) {
        return mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", "responses-october.csv", "text/csv", file))
                .with(SignedIn.as(Role.CX_MANAGER))
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignedIn.as(Role.CX_MANAGER)).exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(SignedIn.as(Role.CX_MANAGER));
        form.forEach(request::param);
        return request.exchange();
    }

    private Document page(String uri) {
        MvcTestResult answer = get(uri);
        assertThat(answer).hasStatusOk();
        return parsed(answer);
    }

    private Document pageSaying(String uri, String words) {
        Document[] page = new Document[1];
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            page[0] = page(uri);
            return page[0].text().contains(words);
        });
        return page[0];
    }

    private static Document parsed(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
