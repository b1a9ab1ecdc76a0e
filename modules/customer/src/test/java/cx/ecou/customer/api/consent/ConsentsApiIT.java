package cx.ecou.customer.api.consent;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@EcouTest
@AutoConfigureMockMvc
class ConsentsApiIT {

    private static final RequestPostProcessor KEY = SignedIn.withScopes("customer:read", "customer:write");
    private static final String SURVEYS = """
            { "purpose": "SURVEY", "channel": "EMAIL", "given": true, "textVersion": "2026-03/pl", "source": "FORM",
              "at": "2026-07-25T21:37:22Z" }""";
    private static final String NO_OFFERS = """
            { "purpose": "MARKETING", "channel": "SMS", "given": false, "source": "IMPORT", "at": "2026-07-25T21:40:00Z" }""";
    private static final String RARELY = """
            { "noMessages": false, "pausedUntil": "2026-09-01", "atMost": { "messages": 2, "period": "MONTH" },
              "preferredChannel": "EMAIL", "source": "FORM", "at": "2026-07-25T21:37:22Z" }""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    RecordedDeeds deeds;

    @Test
    void what_a_source_tells_can_be_read_back() {
        world.meets("shop", "api-1");

        MvcTestResult written =
                put("api-1", "{\"consents\": [" + SURVEYS + "," + NO_OFFERS + "], \"preferences\": " + RARELY + "}");

        assertThat(written).hasStatusOk().headers().containsHeader(Positions.WRITTEN_HEADER);
        assertThat(get("api-1")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                { "consents": [
                    { "purpose": "MARKETING", "channel": "SMS", "given": false, "textVersion": null, "source": "IMPORT",
                      "at": "2026-07-25T21:40:00Z" },
                    { "purpose": "SURVEY", "channel": "EMAIL", "given": true, "textVersion": "2026-03/pl", "source": "FORM",
                      "at": "2026-07-25T21:37:22Z" } ],
                  "preferences": { "noMessages": false, "pausedUntil": "2026-09-01",
                    "atMost": { "messages": 2, "period": "MONTH" }, "preferredChannel": "EMAIL", "source": "FORM",
                    "at": "2026-07-25T21:37:22Z" } }
                """);
    }

    @Test
    void it_can_be_repeated_and_what_is_not_mentioned_stays() {
        world.meets("shop", "api-2");
        String body = "{\"consents\": [" + SURVEYS + "]}";
        MvcTestResult first = put("api-2", body);
        put("api-2", "{\"preferences\": " + RARELY + "}");

        MvcTestResult again = put("api-2", body);

        assertThat(again)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("preferences.noMessages")
                .isEqualTo(false);
        assertThat(position(again)).isEqualTo(position(first));
    }

    @Test
    void something_else_at_the_same_moment_is_a_conflict() {
        world.meets("shop", "api-3");
        put("api-3", "{\"consents\": [" + SURVEYS + "]}");

        assertThat(put("api-3", "{\"consents\": [" + SURVEYS.replace("2026-03", "2026-04") + "]}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/conflicting-repeat");
    }

    @Test
    void who_has_said_nothing_agrees_to_nothing() {
        world.meets("shop", "api-4");

        assertThat(get("api-4"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"consents\": [], \"preferences\": null}");
    }

    @Test
    void nobody_knows_a_customer_of_whom_nothing_was_told() {
        assertThat(get("api-nobody")).hasStatus(404);
        assertThat(put("api-nobody", "{\"consents\": [" + SURVEYS + "]}")).hasStatus(404);
        assertThat(link("api-nobody", "{}")).hasStatus(404);
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"SURVEY\"       | \"FUN\"      | consents[0].purpose     | unknown-value",
                "\"SURVEY\"       | 1            | consents[0].purpose     | unknown-value",
                "\"SURVEY\"       | null         | consents[0].purpose     | required",
                "\"EMAIL\"        | \"PIGEON\"   | consents[0].channel     | unknown-value",
                "\"EMAIL\"        | null         | consents[0].channel     | required",
                "true             | null         | consents[0].given       | required",
                "true             | false        | consents[0].textVersion | not-expected",
                "\"2026-03/pl\"   | null         | consents[0].textVersion | required",
                "\"2026-03/pl\"   | \" \"        | consents[0].textVersion | malformed",
                "\"FORM\"         | \"RUMOUR\"   | consents[0].source      | unknown-value",
                "\"FORM\"         | null         | consents[0].source      | required",
                "\"2026-07-25T21:37:22Z\" | \"yesterday\" | consents[0].at | wrong-type",
                "\"2026-07-25T21:37:22Z\" | null  | consents[0].at         | required",
                "\"FORM\"         | \"FORM\", \"colour\": 1 | consents[0].colour | unknown-field"
            })
    void a_statement_that_cannot_be_read_is_named(String right, String wrong, String field, String code) {
        world.meets("shop", "api-5");

        assertRefused(put("api-5", "{\"consents\": [" + SURVEYS.replace(right, wrong) + "]}"), field, code);
        assertThat(get("api-5")).bodyJson().extractingPath("consents").asArray().isEmpty();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "false            | null           | preferences.noMessages       | required",
                "\"2026-09-01\"   | \"2036-09-01\" | preferences.pausedUntil      | out-of-range",
                "\"2026-09-01\"   | \"soon\"       | preferences.pausedUntil      | wrong-type",
                "2,               | 0,             | preferences.atMost.messages  | out-of-range",
                "2,               | 100,           | preferences.atMost.messages  | out-of-range",
                "\"MONTH\"        | \"YEAR\"       | preferences.atMost.period    | unknown-value",
                "\"MONTH\"        | null           | preferences.atMost.period    | required",
                "\"EMAIL\"        | \"PIGEON\"     | preferences.preferredChannel | unknown-value"
            })
    void preferences_that_cannot_be_read_are_named(String right, String wrong, String field, String code) {
        world.meets("shop", "api-6");

        assertRefused(put("api-6", "{\"preferences\": " + RARELY.replace(right, wrong) + "}"), field, code);
        assertThat(get("api-6")).bodyJson().extractingPath("preferences").isNull();
    }

    @Test
    void nothing_can_have_been_said_in_the_future() {
        world.meets("shop", "api-7");
        String later = clock.instant().plus(Duration.ofMinutes(6)).toString();

        assertRefused(
                put("api-7", "{\"consents\": [" + SURVEYS.replace("2026-07-25T21:37:22Z", later) + "]}"),
                "consents[0].at",
                "in-the-future");
        assertRefused(
                put("api-7", "{\"preferences\": " + RARELY.replace("2026-07-25T21:37:22Z", later) + "}"),
                "preferences.at",
                "in-the-future");
    }

    @Test
    void a_request_that_says_nothing_or_too_much_is_refused() {
        world.meets("shop", "api-8");

        assertRefused(put("api-8", "{}"), "", "required");
        assertRefused(put("api-8", "{\"consents\": []}"), "", "required");
        assertRefused(put("api-8", "{\"consents\": [null]}"), "consents[0]", "required");
        assertRefused(
                put("api-8", "{\"consents\": [" + (SURVEYS + ",").repeat(100) + SURVEYS + "]}"),
                "consents",
                "too-many");
    }

    @Test
    void a_link_is_made_in_the_language_of_the_customer() throws UnsupportedEncodingException {
        world.meets("shop", "api-9");

        MvcTestResult made = link("api-9", "{\"language\": \"pl\"}");

        assertThat(made).hasStatus(201);
        String address = String.valueOf(made.getResponse().getHeader(HttpHeaders.LOCATION));
        assertThat(address).matches("http://localhost/preferences/[\\w-]{22}\\?lang=pl");
        assertThat(made.getResponse().getContentAsString()).contains(address);
        assertThat(mvc.get().uri(address.substring("http://localhost".length())))
                .hasStatusOk();
    }

    @Test
    void a_link_is_made_without_a_body_and_not_in_a_language_that_nobody_speaks() {
        world.meets("shop", "api-10");

        assertThat(mvc.post()
                        .uri("/api/v1/customers/shop/api-10/preference-links")
                        .with(KEY)
                        .exchange())
                .hasStatus(201);
        assertRefused(link("api-10", "{\"language\": \"tlh\"}"), "language", "unknown-value");
    }

    @Test
    void who_is_shown_consents_or_makes_a_link_is_remembered() {
        UUID ana = world.meets("shop", "api-12");
        int before = deeds.count();

        get("api-12");
        assertThat(deeds.last("consents")).isEqualTo(Deed.of("viewed", "consents", ana));
        put("api-12", "{\"consents\": [" + SURVEYS + "]}");
        link("api-12", "{}");
        assertThat(deeds.last("preference-link")).isEqualTo(Deed.of("made", "preference-link", ana));
        assertThat(deeds.count()).isEqualTo(before + 3);
    }

    @Test
    void who_is_refused_is_shown_nothing_that_had_to_be_remembered() {
        world.meets("shop", "api-13");
        int before = deeds.count();

        put("api-13", "{}");
        link("api-13", "{\"language\": \"tlh\"}");
        get("api-nobody");

        assertThat(deeds.count()).isEqualTo(before);
    }

    @Test
    void nobody_reads_or_writes_without_the_scope_for_it() {
        world.meets("shop", "api-11");
        String path = "/api/v1/customers/shop/api-11/";

        assertThat(mvc.get().uri(path + "consents").with(SignedIn.withScopes("customer:write")))
                .hasStatus(403);
        assertThat(mvc.put().uri(path + "consents").with(SignedIn.withScopes("customer:read")))
                .hasStatus(403);
        assertThat(mvc.post().uri(path + "preference-links").with(SignedIn.withScopes("customer:read")))
                .hasStatus(403);
    }

    private MvcTestResult get(String ref) {
        return mvc.get()
                .uri("/api/v1/customers/shop/" + ref + "/consents")
                .with(KEY)
                .exchange();
    }

    private MvcTestResult put(String ref, String body) {
        return sent(mvc.put().uri("/api/v1/customers/shop/" + ref + "/consents"), body);
    }

    private MvcTestResult link(String ref, String body) {
        return sent(mvc.post().uri("/api/v1/customers/shop/" + ref + "/preference-links"), body);
    }

    private static MvcTestResult sent(MockMvcTester.MockMvcRequestBuilder request, String body) {
        return request.with(KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String position(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader(Positions.WRITTEN_HEADER));
    }

    private static void assertRefused(MvcTestResult answer, String field, String code) {
        assertThat(answer).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                { "type": "/problems/invalid-input", "errors": [ { "field": "%s", "code": "%s" } ] }
                """.formatted(field, code));
    }
}
