package cx.ecou.customer.api.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@EcouTest
@AutoConfigureMockMvc
class ErasuresApiIT {

    private static final RequestPostProcessor KEY = SignedIn.withScopes("customer:erase");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    RecordedDeeds deeds;

    @Test
    void who_erases_is_told_where_the_proof_is_and_again_the_same() {
        UUID ana = world.meets("shop", "x1");

        MvcTestResult first = erase("shop", "x1", "{\"reason\":\"REQUESTED\"}");
        world.settles();

        assertThat(first).hasStatus(HttpStatus.ACCEPTED);
        assertThat(deeds.last("customer").action()).isEqualTo("erased");
        assertThat(deeds.last("customer").id()).isEqualTo(ana.toString());
        assertThat(first.getResponse().getHeader("Ecou-Position")).matches("\\d+");
        String proof = Objects.requireNonNull(first.getResponse().getHeader("Location"));
        assertThat(erase("shop", "x1", "{\"reason\":\"LEGAL_DUTY\"}"))
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Location", proof);
        assertThat(mvc.get().uri(proof).with(KEY)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        { "customerId": "%s", "subjects": 1, "reason": "REQUESTED", "done": true }""".formatted(ana));
        assertThat(deeds.last("erasure").action()).isEqualTo("viewed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | required      | reason",
                "{\"reason\":\"because of Ana\"}          | unknown-value | reason",
                "{\"reason\":\"RESTORED\"}                | unknown-value | reason",
                "{\"reason\":\"REQUESTED\",\"note\":\"x\"} | unknown-field | note"
            })
    void a_reason_is_one_of_those_that_say_nothing_personal(String body, String code, String field) {
        world.meets("shop", "x2");

        assertThat(erase("shop", "x2", body))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"field\":\"%s\",\"code\":\"%s\"}]}".formatted(field, code));
        assertThat(mvc.get().uri("/api/v1/customers/shop/x2").with(SignedIn.withScopes("customer:read")))
                .hasStatusOk();
    }

    @Test
    void whom_nobody_knows_cannot_be_erased_and_has_no_proof() {
        assertThat(erase("shop", "x3-nobody", "{\"reason\":\"REQUESTED\"}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/v1/erasures/" + UUID.randomUUID()).with(KEY))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult erase(String source, String ref, String body) {
        return mvc.post()
                .uri("/api/v1/customers/" + source + "/" + ref + "/erasure")
                .with(KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
