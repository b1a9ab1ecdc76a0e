package cx.ecou.customer.api;

import static cx.ecou.customer.events.Identity.email;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.Identity;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.testing.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EcouTest
@AutoConfigureMockMvc
class MergesApiIT {

    private static final String API = "/api/v1/customers";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Test
    void two_are_merged_once_and_can_be_two_again() {
        UUID ana = world.meets("shop", "ma1-a");
        UUID other = world.meets("shop", "ma1-b");

        MvcTestResult merged = post("/merges", two(ana, other));
        MvcTestResult again = post("/merges", two(ana, other));

        assertThat(merged).hasStatus(201).containsHeader("Ecou-Position");
        assertThat(again).hasStatus(200);
        assertThat(json(again)).isEqualTo(json(merged));
        assertThat(world.customerOf(other)).isEqualTo(ana);

        String undoing = "/merges/" + json(merged).get("mergeId").asString() + "/undoing";
        assertThat(post(undoing, "")).hasStatus(204).containsHeader("Ecou-Position");
        assertThat(world.customerOf(other)).isEqualTo(other);
        assertThat(post(undoing, "")).hasStatus(409).bodyText().contains("/problems/merge.unknown");
    }

    @Test
    void who_may_be_one_is_listed_until_it_is_decided() {
        UUID one = world.meets("shop", "ma2-a", address("ma2@example.org"));
        UUID other = world.meets("shop", "ma2-b", address("ma2@example.org"));

        assertThat(pairs(one)).isOne();
        assertThat(post("/duplicates/dismissal", two(one, other))).hasStatus(204);
        assertThat(pairs(one)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "oneself, customer.same",
        "somebody unknown, customer.unknown",
        "somebody who is a part of another, customer.merged-away",
        "somebody erased, customer.erased"
    })
    void what_a_rule_speaks_against_is_refused_by_name(String whom, String code) {
        UUID ana = world.meets("shop", "ma3-" + code);
        UUID part = world.meets("shop", "ma3-part-" + code);
        UUID whole = world.meets("shop", "ma3-whole-" + code);
        UUID erased = world.meets("shop", "ma3-erased-" + code);
        assertThat(post("/merges", two(whole, part))).hasStatus(201);
        world.erases(erased);
        UUID other = switch (whom) {
            case "oneself" -> ana;
            case "somebody unknown" -> Ids.next();
            case "somebody erased" -> erased;
            default -> part;
        };

        assertThat(post("/merges", two(ana, other))).hasStatus(409).bodyText().contains("/problems/" + code);
        assertThat(post("/duplicates/dismissal", two(ana, other)))
                .hasStatus(409)
                .bodyText()
                .contains("/problems/" + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|customerId|required",
                "{\"customerId\":\"0190163d-8694-739b-aea5-966c26f8ad90\"}|otherId|required",
                "{\"customerId\":\"ana\"}|customerId|wrong-type"
            })
    void a_pair_that_is_none_is_named(String body, String field, String code) {
        assertThat(post("/merges", body)).hasStatus(400).bodyText().contains(field, code);
    }

    @Test
    void who_may_only_read_decides_nothing() {
        var answer = mvc.post()
                .uri(API + "/merges")
                .contentType(MediaType.APPLICATION_JSON)
                .content(two(Ids.next(), Ids.next()))
                .with(SignedIn.withScopes("customer:read"))
                .exchange();

        assertThat(answer).hasStatus(403);
    }

    private static Identity address(String written) {
        return email(written).orElseThrow();
    }

    private static String two(UUID one, UUID other) {
        return "{\"customerId\":\"" + one + "\",\"otherId\":\"" + other + "\"}";
    }

    private long pairs(UUID customerId) {
        return json(mvc.get()
                        .uri(API + "/duplicates?limit=500")
                        .with(SignedIn.withScopes("customer:read"))
                        .exchange())
                .get("items")
                .valueStream()
                .filter(pair -> pair.get("customerId").asString().equals(customerId.toString()))
                .count();
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(API + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(SignedIn.withScopes("customer:write"))
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
