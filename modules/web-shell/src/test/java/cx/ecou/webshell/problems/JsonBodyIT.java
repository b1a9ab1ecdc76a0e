package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.webshell.WebShellTestApplication;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = WebShellTestApplication.class)
@AutoConfigureMockMvc
class JsonBodyIT {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest(name = "{0} is refused at \"{1}\" as {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"coment\": \"x\"}                               | coment            | unknown-field",
                "{\"scores\": [{\"value\": 1, \"scale\": 3}]}      | scores[0].scale   | unknown-field",
                "{\"scores\": [{\"value\": 1}, {\"value\": \"9\"}]} | scores[1].value  | wrong-type",
                "{\"scores\": [{\"value\": \"NaN\"}]}              | scores[0].value   | wrong-type",
                "{\"scores\": [{\"value\": NaN}]}                  | scores[0].value   | unreadable-json",
                "{\"scores\": [{\"value\": true}]}                 | scores[0].value   | wrong-type",
                "{\"scores\": [{\"weight\": 1.5}]}                 | scores[0].weight  | wrong-type",
                "{\"scores\": [{\"weight\": \"1\"}]}               | scores[0].weight  | wrong-type",
                "{\"scores\": [{\"weight\": 99999999999}]}         | scores[0].weight  | out-of-range",
                "{\"scores\": [{\"weight\": -1}]}                  | scores[0]         | invalid-value",
                "{\"scores\": [{\"value\": -1}]}                   | scores[0].value   | off-scale",
                "{\"scores\": {\"value\": 1}}                      | scores            | wrong-type",
                "{\"scores\": \"none\"}                            | scores            | wrong-type",
                "{\"scores\": [5]}                                 | scores[0]         | wrong-type",
                "{\"comment\": 5}                                  | comment           | wrong-type",
                "{\"comment\": true}                               | comment           | wrong-type",
                "{\"comment\": [\"x\"]}                            | comment           | wrong-type",
                "{\"comment\": {\"a\": 1}}                         | comment           | wrong-type",
                "{\"occurredAt\": \"yesterday\"}                   | occurredAt        | wrong-type",
                "{\"occurredAt\": \"2026-07-25T21:37:22\"}         | occurredAt        | wrong-type",
                "{\"occurredAt\": 1234567890}                      | occurredAt        | wrong-type",
                "{\"occurredAt\": \"\"}                            | occurredAt        | wrong-type",
                "{\"day\": \"2026-02-30\"}                         | day               | wrong-type",
                "{\"day\": [2026, 2, 3]}                           | day               | wrong-type",
                "{\"id\": \"1234\"}                                | id                | wrong-type",
                "{\"band\": \"GOOD\"}                              | band              | unknown-value",
                "{\"band\": 1}                                     | band              | unknown-value",
                "{\"band\": \"\"}                                  | band              | unknown-value",
                "{\"public_\": \"true\"}                           | public_           | wrong-type",
                "{\"public_\": 1}                                  | public_           | wrong-type",
                "{\"scale\": \"five\"}                             | scale             | invalid-value",
                "{\"attributes\": {\"courier\": 5}}                | attributes.courier| wrong-type",
                "{\"attributes\": {\"courier\": {}}}               | attributes.courier| wrong-type",
                "{\"comment\": \"a\", \"comment\": \"b\"}          | comment           | repeated-field",
                "{\"comment\": \"a\"                               | comment               | unreadable-json",
                "{\"comment\": \"a\"} {}                           | -                 | unreadable-json",
                "{comment: 1}                                      | -                 | unreadable-json",
                "{\"comment\": 'a'}                                | comment           | unreadable-json",
                "[]                                                | -                 | wrong-type",
                "\"text\"                                          | -                 | wrong-type",
                "5                                                 | -                 | wrong-type",
                "null                                              | -                 | body-required",
                "''                                                | -                 | body-required",
            })
    void a_body_that_is_not_what_is_asked_for_is_refused_by_its_name(String body, String field, String code) {
        MvcTestResult answer = post(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field == null ? "" : field);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/invalid-input");
        assertThat(answer)
                .bodyText()
                .doesNotContain("jackson", "java.", "cx.ecou", "Samples", "yesterday", "1234567890");
    }

    @Test
    void a_right_body_is_taken() {
        assertThat(post(
                        "{\"comment\": \"Zażółć\", \"scores\": [{\"value\": 9.5, \"weight\": 1}], \"band\": \"POSITIVE\"}"
                                .getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.taken")
                .isEqualTo("Zażółć");
    }

    @Test
    void text_that_is_not_utf8_is_named_so() {
        byte[] latin2 = {'{', '"', 'c', 'o', 'm', 'm', 'e', 'n', 't', '"', ':', '"', (byte) 0xB1, (byte) 0xEA, '"', '}'
        };

        assertThat(post(latin2))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("broken-text");
    }

    @Test
    void endless_nesting_is_refused_before_it_costs_anything() {
        String nested = "{\"attributes\": " + "[".repeat(2000) + "]".repeat(2000) + "}";

        MvcTestResult answer = post(nested.getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(400);
    }

    @Test
    void a_number_of_a_thousand_digits_is_refused() {
        String endless = "{\"scores\": [{\"value\": " + "9".repeat(1000) + "}]}";

        assertThat(post(endless.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("too-long");
    }

    @Test
    void several_fields_are_explained_at_once_where_they_are_checked_together() {
        MvcTestResult answer = mvc.post()
                .uri("/api/checked")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \" \", \"code\": \"long\", \"level\": 11}")
                .exchange();

        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].code")
                .asArray()
                .containsExactlyInAnyOrder("required", "too-long", "out-of-range");
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("3 fields cannot be accepted as they are.");
    }

    private MvcTestResult post(byte[] body) {
        return mvc.post()
                .uri("/api/samples")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
