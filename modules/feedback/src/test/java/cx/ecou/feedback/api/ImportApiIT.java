package cx.ecou.feedback.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.write.imports.ImportExamples;
import cx.ecou.feedback.write.imports.mapping.MappingJson;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EcouTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "ecou.feedback.largest-import=1MB")
class ImportApiIT {

    private static final String MAPPING = MappingJson.write(ImportExamples.ofAShopExport("api"));
    private static final byte[] EXPORT = utf8(ImportExamples.aShopExport());

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    RecordedDeeds deeds;

    @Test
    void a_file_is_taken_in_and_its_import_can_be_watched() {
        MvcTestResult answer = send(EXPORT, MAPPING);

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        String location = location(answer);
        assertThat(location).startsWith("/api/v1/imports/");
        awaitDone(location);
        assertThat(get(location)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                { "status": "DONE", "fileName": "responses-october.csv", "rows": 4, "rowsRead": 4,
                  "accepted": 3, "repeated": 0, "rejected": 1, "stoppedBecause": null,
                  "file": { "encoding": "UTF-8", "delimiter": ";", "quote": "\\"" },
                  "columns": ["order_no", "client_mail", "nps", "komentarz", "data", "punkt", "kurier_id"] }""");
    }

    @Test
    void the_rejected_rows_are_a_file_with_reasons_and_without_formulas() {
        String file = ImportExamples.aShopExport() + "=1+1;=cmd();12;@SUM(A1);gestern;+48;x\n";
        String location = location(send(utf8(file), MAPPING.replace("\"api\"", "\"api-2\"")));
        awaitDone(location);

        MvcTestResult csv = get(location + "/rejected");

        assertThat(csv).hasStatusOk();
        assertThat(csv.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment; filename=");
        assertThat(text(csv).lines())
                .hasSize(3)
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("\uFEFFrow,reasons,order_no,client_mail,nps,komentarz,data,punkt,kurier_id"),
                        row -> assertThat(row)
                                .isEqualTo(
                                        "3,nps: 11 is not on the scale 0-10.,A-104884,ola@example.org,11,Super obsługa w sklepie!,"
                                                + "29.10.2026 18:31,Sklep,114"),
                        row -> assertThat(row)
                                .startsWith("5,")
                                .contains("data: The moment is not written in the format of the mapping.")
                                .contains("nps: 12 is not on the scale 0-10.")
                                .contains("client_mail: Expected an e-mail address.")
                                .contains("'=1+1,'=cmd(),12,'@SUM(A1),gestern,'+48,x"));
    }

    @Test
    void which_program_started_an_import_and_took_its_rejected_rows_along_is_remembered() {
        String location = location(send(EXPORT, MAPPING.replace("\"api\"", "\"api-audit\"")));
        assertThat(deeds.last("import")).isEqualTo(Deed.of("started", "import", id(location)));
        awaitDone(location);

        get(location + "/rejected");

        assertThat(deeds.last("import")).isEqualTo(Deed.of("exported", "import", id(location)));
    }

    @Test
    void imports_are_listed_newest_first_page_by_page() {
        String first = location(send(EXPORT, MAPPING));
        String second = location(send(EXPORT, MAPPING));
        awaitDone(first);
        awaitDone(second);

        MvcTestResult page = get("/api/v1/imports?limit=1");

        assertThat(page).bodyJson().extractingPath("items[0].importId").isEqualTo(id(second));
        assertThat(get("/api/v1/imports?limit=1&cursor=" + id(second)))
                .bodyJson()
                .extractingPath("items[0].importId")
                .isEqualTo(id(first));
        assertThat(page).bodyJson().extractingPath("nextCursor").isEqualTo(id(second));
    }

    @Test
    void what_is_done_can_be_neither_paused_nor_resumed() {
        String location = location(send(EXPORT, MAPPING));
        awaitDone(location);

        assertThat(post(location + "/pausing"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/import.not-running");
        assertThat(post(location + "/resuming"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/import.not-halted");
    }

    @Test
    void a_key_without_the_scope_may_not_import() {
        assertThat(mvc.get().uri("/api/v1/imports").with(SignedIn.withScopes("feedback:write")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void an_import_that_does_not_exist_is_not_found() {
        assertThat(get("/api/v1/imports/6e6f2cbb-7e6a-4d35-8e43-ce5b2cb22f6f")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/v1/imports/here")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_body_that_is_not_multipart_is_refused() {
        assertThat(mvc.post()
                        .uri("/api/v1/imports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(SignedIn.withScopes("import:write")))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void a_file_above_the_limit_is_refused_and_not_kept() {
        assertThat(send(new byte[1024 * 1024 + 1], MAPPING))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/too-large");
        assertThat(kept()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_cannot_be_imported_is_named_and_not_kept(
            String what, byte[] file, String mapping, String field, String code) {
        long before = kept();

        MvcTestResult answer = send(file, mapping);

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo(field);
        assertThat(kept()).isEqualTo(before);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("an empty file", new byte[0], MAPPING, "file", "empty-file"),
                refusal("blank lines only", utf8("\n\n\n"), MAPPING, "file", "empty-file"),
                refusal("a header only", utf8("a;b\n"), MAPPING, "file", "no-rows"),
                refusal("a spreadsheet", new byte[] {0x50, 0x4B, 3, 4, 20, 0, 6, 0}, MAPPING, "file", "not-text"),
                refusal("zeros", new byte[5_000], MAPPING, "file", "not-text"),
                refusal("two columns of one name", utf8("nps;nps\n1;2\n"), MAPPING, "file", "duplicate-column"),
                refusal("an open quote in the header", utf8("a;\"b\n1;2\n"), MAPPING, "file", "unbalanced-quotes"),
                refusal(
                        "too many open quotes",
                        utf8("a;b\n" + "1;\"x\"y\n".repeat(21)),
                        MAPPING,
                        "file",
                        "unbalanced-quotes"),
                refusal("far too many columns", utf8("c,".repeat(600) + "\n1\n"), MAPPING, "file", "too-many-columns"),
                refusal("a mapping that is no JSON", EXPORT, "{", "mapping", "unreadable-json"),
                refusal("an empty mapping", EXPORT, "", "mapping", "required"),
                refusal("a blank mapping", EXPORT, " ", "mapping", "unreadable-json"),
                refusal("an unknown member", EXPORT, "{\"skip\":1}", "mapping.skip", "unknown-field"),
                refusal("a wrong type", EXPORT, "{\"fields\":[]}", "mapping.fields", "wrong-type"),
                refusal(
                        "an unknown field",
                        EXPORT,
                        MAPPING.replace("\"comment\"", "\"text\""),
                        "mapping.fields.text",
                        "unknown-field"),
                refusal(
                        "an unknown column",
                        EXPORT,
                        MAPPING.replace("komentarz", "opinia"),
                        "mapping.fields.comment.columns[0]",
                        "unknown-column"),
                refusal(
                        "no source",
                        EXPORT,
                        MAPPING.replaceAll("\"source\":\\{[^}]*},?", ""),
                        "mapping.fields.source",
                        "required"),
                refusal(
                        "an unknown metric",
                        EXPORT,
                        MAPPING.replace("NPS", "ABC"),
                        "mapping.scores[0].metric",
                        "unknown-metric"),
                refusal(
                        "an unknown format",
                        EXPORT,
                        MAPPING.replace("dd.MM.yyyy HH:mm", "{{"),
                        "mapping.fields.occurredAt.format",
                        "unknown-format"),
                refusal(
                        "an unknown time zone",
                        EXPORT,
                        MAPPING.replace("Europe/Warsaw", "Europe/Radom"),
                        "mapping.fields.occurredAt.timeZone",
                        "unknown-time-zone"),
                refusal(
                        "an unknown encoding",
                        EXPORT,
                        MAPPING.replaceFirst("\\{", "{\"file\":{\"encoding\":\"EBCDIC\"},"),
                        "mapping.file.encoding",
                        "unknown-encoding"),
                refusal(
                        "a delimiter of two characters",
                        EXPORT,
                        MAPPING.replaceFirst("\\{", "{\"file\":{\"delimiter\":\";;\"},"),
                        "mapping.file.delimiter",
                        "not-a-mark"));
    }

    private static Arguments refusal(String what, byte[] file, String mapping, String field, String code) {
        return Arguments.of(what, file, mapping, field, code);
    }

    private MvcTestResult send(byte[] file, String mapping) {
        return mvc.post()
                .uri("/api/v1/imports")
                .multipart()
                .file(new MockMultipartFile("file", "C:\\exports\\responses-october.csv", "text/csv", file))
                .file(new MockMultipartFile("mapping", "", "application/json", utf8(mapping)))
                .with(SignedIn.withScopes("import:write"))
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignedIn.withScopes("import:write")).exchange();
    }

    private MvcTestResult post(String uri) {
        return mvc.post().uri(uri).with(SignedIn.withScopes("import:write")).exchange();
    }

    private void awaitDone(String location) {
        await().atMost(Duration.ofSeconds(20)).until(() -> text(get(location)).contains("\"DONE\""));
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Files that are here, started or not. */
    private long kept() {
        return database.sql("select count(*) from feedback.import where status <> 'DONE'")
                .query(Long.class)
                .single();
    }
}
