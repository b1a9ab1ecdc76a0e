package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT {

    private static final String AN_ID = "018f2f6e-6c1a-7c3e-9d4b-2b6a5f0e8c11";

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest(name = "{0} {1} is answered with {2} {3}")
    @CsvSource({
        "GET,    /api/samples,                                   400, invalid-input",
        "GET,    /api/samples?from=2026-13-01,                   400, invalid-input",
        "GET,    /api/samples?from=2026-07-01&limit=many,        400, invalid-input",
        "GET,    /api/samples?from=2026-07-01&limit=501,         400, invalid-input",
        "GET,    /api/samples?from=2026-07-01&band=GOOD,         400, invalid-input",
        "GET,    /api/samples/17,                                400, invalid-input",
        "GET,    /api/samples/" + AN_ID + ",                     400, invalid-input",
        "POST,   /api/samples,                                   400, invalid-input",
        "DELETE, /api/samples,                                   405, method-not-allowed",
        "GET,    /api/nothing-here,                              404, not-found",
        "GET,    /api/broken/missing,                            404, not-found",
        "GET,    /api/broken/rule,                               409, sample.not-assigned",
        "GET,    /api/broken/wrapped,                            409, sample.not-assigned",
        "GET,    /api/broken/input,                              400, invalid-input",
        "GET,    /api/broken/late,                               504, not-yet-visible",
        "GET,    /api/broken/away,                               503, unavailable",
        "GET,    /api/broken/cut-off,                            503, unavailable",
        "GET,    /api/broken/refused,                            500, unexpected",
        "GET,    /api/broken/ours,                               500, unexpected",
        "GET,    /api/scoped,                                    401, unauthorized",
        "GET,    /api/forgotten,                                 401, unauthorized",
    })
    void the_api_answers_every_failure_with_a_problem(HttpMethod method, String path, int status, String code) {
        MvcTestResult answer = mvc.method(method).uri(path).exchange();

        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + code);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().endsWith(".");
    }

    @ParameterizedTest(name = "{0} names {1} as {2}")
    @CsvSource({
        "/api/samples,                            from,       required",
        "/api/samples?from=soon,                  from,       wrong-type",
        "/api/samples?from=2026-07-01&limit=x,    limit,      wrong-type",
        "/api/samples?from=2026-07-01&limit=501,  limit,      out-of-range",
        "/api/samples?from=2026-07-01&band=GOOD,  band,       unknown-value",
        "/api/samples/17,                         id,         wrong-type",
        "/api/samples/" + AN_ID + ",              Ecou-After, required",
    })
    void a_wrong_parameter_is_named(String path, String field, String code) {
        MvcTestResult answer = mvc.get().uri(path).exchange();

        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void what_is_possible_is_said_with_a_wrong_method() {
        assertThat(mvc.delete().uri("/api/samples")).hasHeader("Allow", "GET, POST");
    }

    @Test
    void a_problem_is_told_in_json_whatever_the_caller_accepts() {
        assertThat(mvc.get().uri("/api/nothing-here").accept(MediaType.TEXT_HTML))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void the_api_speaks_english_to_every_browser() {
        assertThat(mvc.get().uri("/api/samples").header("Accept-Language", "pl"))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("This is required.");
    }

    @Test
    void a_key_without_the_scope_is_refused_and_one_with_it_is_not() {
        assertThat(mvc.get().uri("/api/scoped").with(SignedIn.withScopes("kpi:read")))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/forbidden");
        assertThat(mvc.get().uri("/api/scoped").with(SignedIn.withScopes("sample:read")))
                .hasStatusOk();
    }

    @Test
    void a_route_that_names_nobody_is_closed_for_an_administrator_too() {
        assertThat(mvc.get().uri("/api/forgotten").with(SignedIn.as(Role.ADMIN)))
                .hasStatus(403);
    }

    @Test
    void a_body_of_another_type_is_refused_with_the_types_that_are_possible() {
        assertThat(mvc.post()
                        .uri("/api/samples")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<sample/>"))
                .hasStatus(415)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void compressed_bodies_are_refused_by_name() {
        assertThat(mvc.post()
                        .uri("/api/samples")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Encoding", "gzip")
                        .content(new byte[] {31, -117, 8}))
                .hasStatus(415)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/content-encoding-not-supported");
    }

    @Test
    void our_own_failure_gives_a_reference_under_which_the_log_has_the_cause(CapturedOutput log) throws Exception {
        String body = mvc.get().uri("/api/broken/ours").exchange().getResponse().getContentAsString();

        assertThat(body).doesNotContain("secret");
        String reference = body.replaceAll("(?s).*Reference ([0-9A-F]{8}).*", "$1");
        assertThat(log).contains("Reference " + reference).contains("a secret of ours");
    }

    @ParameterizedTest(name = "{0} shows {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/nothing-here   | 404 | Tu nic nie ma",
                "/broken/missing | 404 | Tu nic nie ma",
                "/broken/rule    | 409 | Teraz to niemożliwe",
                "/broken/input   | 400 | Nie można odczytać tego adresu",
                "/broken/ours    | 500 | Coś poszło nie tak po naszej stronie",
                "/administration | 403 | Ta strona nie jest dla Ciebie dostępna",
            })
    void a_reader_gets_a_page_in_their_language(String path, int status, String title) throws Exception {
        MvcTestResult answer = mvc.get()
                .uri(path)
                .header("Accept-Language", "pl-PL,pl;q=0.9,en;q=0.5")
                .with(SignedIn.as(Role.CX_AGENT))
                .exchange();

        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        Document page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.expectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select(".ec-nav")).hasSize(1);
    }

    @Test
    void while_the_database_is_away_a_program_hears_when_to_come_back_and_the_log_holds_no_message(CapturedOutput log) {
        assertThat(mvc.get().uri("/api/broken/away")).hasStatus(503).hasHeader("Retry-After", "5");

        assertThat(log).contains("GET /api/broken/away could not be answered").doesNotContain("a secret of ours");
    }

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource({"en, Not ready yet", "pl, Jeszcze chwilę", "cs, Ještě okamžik", "ro, Încă o clipă"})
    void while_the_database_is_away_a_reader_gets_a_page_that_asks_it_nothing(String language, String title)
            throws Exception {
        MvcTestResult answer = mvc.get()
                .uri("/broken/away")
                .header("Accept-Language", language)
                .with(SignedIn.as(Role.CX_AGENT))
                .exchange();

        assertThat(answer).hasStatus(503).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        Document page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.expectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select(".ec-nav")).isEmpty();
    }

    @Test
    void a_broken_rule_is_explained_by_its_own_text() throws Exception {
        MvcTestResult answer =
                mvc.get().uri("/broken/rule").with(SignedIn.as(Role.CX_AGENT)).exchange();

        assertThat(answer).bodyText().contains("Sample 7 belongs to nobody yet.");
    }

    @Test
    void who_is_not_signed_in_sees_errors_before_the_door() throws Exception {
        Document page = Jsoup.parse(
                mvc.get().uri("/nothing-here").exchange().getResponse().getContentAsString());

        assertThat(page.select(".ec-gate")).hasSize(1);
        assertThat(page.select(".ec-nav")).isEmpty();
    }

    @Test
    void htmx_gets_a_note_instead_of_a_page() {
        assertThat(mvc.get().uri("/broken/rule").header("HX-Request", "true").with(SignedIn.as(Role.CX_AGENT)))
                .hasStatus(409)
                .bodyText()
                .startsWith("<div class=\"ec-note ec-note-negative\"")
                .doesNotContain("<html");
    }
}
