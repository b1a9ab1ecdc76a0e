package cx.ecou.segment.api;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import cx.ecou.segment.Person;
import cx.ecou.segment.World;
import cx.ecou.segment.automation.KeptUp;
import cx.ecou.webshell.testing.RecordedDeeds;
import cx.ecou.webshell.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EcouTest
@AutoConfigureMockMvc
class SegmentsApiIT {

    private static final Instant NOW = Instant.parse("2036-11-03T12:00:00Z");
    private static final String AT_RISK = """
            { "name": "At risk", "rule": { "kind": "GROUP", "match": "ALL", "rules": [
                { "kind": "PROFILE", "field": "ACCOUNT", "operator": "IS", "values": ["%s"] },
                { "kind": "SCORE", "metric": "NPS", "pick": "LATEST", "operator": "AT_MOST", "number": 6, "days": 90 } ] } }
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    KeptUp keptUp;

    @Autowired
    SettableClock clock;

    @Autowired
    RecordedDeeds deeds;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void it_is_noon() {
        clock.set(NOW);
    }

    @Test
    void a_segment_that_was_defined_is_there_with_its_rule() {
        MvcTestResult defined = post(AT_RISK.formatted("api-one"), "key-one");

        assertThat(defined).hasStatus(201);
        assertThat(defined.getResponse().getHeader("Location")).isEqualTo("/api/v1/segments/" + id(defined));
        assertThat(get("/" + id(defined), defined)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                { "segmentId": "%s", "name": "At risk", "revision": 1, "members": 0, "closedAt": null,
                  "definedAt": "2036-11-03T12:00:00Z",
                  "rule": { "kind": "GROUP", "match": "ALL", "rules": [
                    { "kind": "PROFILE", "field": "ACCOUNT", "operator": "IS", "values": ["api-one"] },
                    { "kind": "SCORE", "metric": "NPS", "pick": "LATEST", "operator": "AT_MOST", "number": 6, "days": 90 } ] } }
                """.formatted(
                        id(defined)));
        assertThat(get("", defined)).bodyText().contains(id(defined));
    }

    @Test
    void a_repeat_is_answered_and_another_content_under_its_key_refused() {
        MvcTestResult first = post(AT_RISK.formatted("api-repeat"), "key-repeat");
        MvcTestResult again = post(AT_RISK.formatted("api-repeat"), "key-repeat");

        assertThat(again).hasStatus(200);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(post(AT_RISK.formatted("api-other"), "key-repeat"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/conflicting-repeat");
    }

    @Test
    void one_segment_more_than_are_kept_at_one_time_is_refused_by_name_and_a_repeat_is_not() {
        MvcTestResult known = post(AT_RISK.formatted("api-known"), "key-known");
        database.sql("""
                        insert into segment.segment (segment_id, name, revision, members, defined_at, changed_at, changed_by)
                        select gen_random_uuid(), 'one of many', 1, 0, now(), now(), gen_random_uuid()
                          from generate_series(1, 200)""").update();
        try {
            assertThat(post(AT_RISK.formatted("api-many"), "key-many"))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("type")
                    .isEqualTo("/problems/segment.too-many");
            assertThat(post(AT_RISK.formatted("api-known"), "key-known")).hasStatus(200);
            assertThat(id(known)).isNotEmpty();
        } finally {
            database.sql("delete from segment.segment where name = 'one of many'")
                    .update();
        }
    }

    @Test
    void repeats_that_come_at_the_same_moment_define_one_segment() {
        List<Integer> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> post(AT_RISK.formatted("api-storm"), "key-storm")
                                .getResponse()
                                .getStatus()))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | name | required",
                "{'name':' ','rule':{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN','days':1}} | name | required",
                "{'name':'x'} | rule | required",
                "{'name':'x','rule':null} | rule | required",
                "{'name':'x','rule':{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN','days':'1'}} | rule.days | wrong-type",
                "{'name':'x','rule':{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN','days':1},'colour':1} | colour | unknown-field",
                "{'name':'x','revision':1,'rule':{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN','days':1}} | revision | unknown-field"
            })
    void what_is_wrong_is_named(String content, String field, String code) {
        MvcTestResult refused = post(content.replace('\'', '"'), Ids.next().toString());

        assertThat(refused).hasStatus(400);
        assertThat(body(refused).get("errors").valueStream())
                .extracting(error ->
                        error.get("field").asString() + " " + error.get("code").asString())
                .contains(field + " " + code);
    }

    @Test
    void a_definition_without_a_key_could_not_be_repeated() {
        assertThat(send(mvc.post().uri("/api/v1/segments"), AT_RISK.formatted("api-keyless")))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{ \"errors\": [ { \"field\": \"Idempotency-Key\", \"code\": \"required\" } ] }");
    }

    @Test
    void a_change_names_the_revision_that_was_looked_at() {
        MvcTestResult defined = post(AT_RISK.formatted("api-change"), "key-change");
        String changed = AT_RISK.formatted("api-change").replace("\"name\": \"At risk\"", "\"name\": \"Lost\"");

        assertThat(put(id(defined), changed)).hasStatus(400);
        MvcTestResult done = put(id(defined), changed.replaceFirst("\\{", "{ \"revision\": 1,"));
        assertThat(done).hasStatus(200);
        assertThat(put(id(defined), changed.replaceFirst("\\{", "{ \"revision\": 1,")))
                .as("the same again")
                .hasStatus(200);
        assertThat(put(id(defined), AT_RISK.formatted("api-third").replaceFirst("\\{", "{ \"revision\": 1,")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/segment.changed-meanwhile");
        assertThat(body(get("/" + id(defined), done)).get("revision").intValue())
                .isEqualTo(2);
    }

    @Test
    void a_closed_segment_is_listed_only_when_it_is_asked_for() {
        MvcTestResult defined = post(AT_RISK.formatted("api-close"), "key-close");
        MvcTestResult closed = delete(id(defined));

        assertThat(closed).hasStatus(200);
        assertThat(delete(id(defined))).hasStatus(200);
        assertThat(get("", closed)).bodyText().doesNotContain(id(defined));
        assertThat(get("?closed=true", closed)).bodyText().contains(id(defined));
        assertThat(put(id(defined), AT_RISK.formatted("api-x").replaceFirst("\\{", "{ \"revision\": 1,")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/segment.closed");
    }

    @Test
    void members_are_listed_with_since_when_and_why_now_and_at_a_past_moment() {
        var ana = new Person("shop", "api-member");
        world.hears(
                ana.described("pl", "api-members", null, Map.of()),
                ana.says(NOW.minus(Duration.ofDays(1)), Score.nps(3)));
        MvcTestResult defined = post(AT_RISK.formatted("api-members"), "key-members");
        keptUp.now();
        clock.set(NOW.plus(Duration.ofDays(1)));
        world.hears(ana.says(NOW, Score.nps(9)));
        keptUp.now();

        String members = "/" + id(defined) + "/members";
        assertThat(body(get(members, defined)).get("items")).isEmpty();
        assertThat(get(members + "?at=2036-11-03T12:00:01Z", defined))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                { "nextCursor": null, "items": [ { "customerId": "%s", "since": "2036-11-03T12:00:00Z", "cause": "RULE",
                    "until": "2036-11-04T12:00:00Z", "untilCause": "NEWS",
                    "reasons": [ { "met": true, "value": null, "condition": { "kind": "PROFILE" } },
                                 { "met": true, "value": "3", "condition": { "kind": "SCORE", "number": 6 } } ] } ] }
                """.formatted(ana.subjectId()));
        assertThat(deeds.last("segment-member").action()).isEqualTo("listed");
        assertThat(deeds.last("segment-member").codes()).hasToString("segment=" + id(defined) + " past=true limit=50");
    }

    @ParameterizedTest
    @CsvSource({
        "?at=yesterday, at, not-an-instant",
        "?at=2037-01-01T00:00:00Z, at, in-the-future",
        "?limit=0, limit, out-of-range",
        "?cursor=x, cursor, unreadable-cursor",
        "?since=1, since, unknown-parameter"
    })
    void members_are_asked_for_in_a_way_that_exists(String parameters, String field, String code) {
        MvcTestResult defined = post(AT_RISK.formatted("api-ask"), "key-ask");

        assertThat(get("/" + id(defined) + "/members" + parameters, defined))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{ \"errors\": [ { \"field\": \"%s\", \"code\": \"%s\" } ] }".formatted(field, code));
    }

    @Test
    void a_preview_counts_and_keeps_nothing() {
        world.hears(
                new Person("shop", "api-preview-1").described("pl", "api-preview", null, Map.of()),
                new Person("shop", "api-preview-2").described("pl", "api-preview", null, Map.of()));
        String rule =
                "{\"rule\":{\"kind\":\"PROFILE\",\"field\":\"ACCOUNT\",\"operator\":\"IS\",\"values\":[\"api-preview\"]}}";

        MvcTestResult counted = send(mvc.post().uri("/api/v1/segments/preview"), rule);

        assertThat(counted).hasStatusOk().bodyJson().isLenientlyEqualTo("{ \"customers\": 2, \"exact\": true }");
        assertThat(send(mvc.post().uri("/api/v1/segments/preview"), "{\"rule\":{\"kind\":\"GROUP\"}}"))
                .hasStatus(400);
    }

    @Test
    void what_is_no_segment_is_not_found() {
        String nobody = "/" + Ids.next();

        assertThat(mvc.get().uri("/api/v1/segments" + nobody).with(SignedIn.withScopes("segment:read")))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/segments" + nobody + "/members").with(SignedIn.withScopes("segment:read")))
                .hasStatus(404);
        assertThat(delete(nobody.substring(1))).hasStatus(404);
        var ana = new Person("shop", "api-no-segment");
        var said = ana.complains(NOW);
        world.hears(said);
        assertThat(delete(said.feedbackId().toString())).hasStatus(404);
    }

    private MvcTestResult post(String content, String key) {
        return send(mvc.post().uri("/api/v1/segments").header("Idempotency-Key", key), content);
    }

    private MvcTestResult put(String segmentId, String content) {
        return send(mvc.put().uri("/api/v1/segments/" + segmentId), content);
    }

    private MvcTestResult delete(String segmentId) {
        return mvc.delete()
                .uri("/api/v1/segments/" + segmentId)
                .with(SignedIn.withScopes("segment:write"))
                .exchange();
    }

    private static MvcTestResult send(MockMvcRequestBuilder request, String content) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(content)
                .with(SignedIn.withScopes("segment:read", "segment:write"))
                .exchange();
    }

    /** Contains what was written. */
    private MvcTestResult get(String rest, MvcTestResult written) {
        return mvc.get()
                .uri("/api/v1/segments" + rest)
                .header(
                        Positions.READ_HEADER,
                        Objects.requireNonNull(written.getResponse().getHeader(Positions.WRITTEN_HEADER)))
                .with(SignedIn.withScopes("segment:read"))
                .exchange();
    }

    private String id(MvcTestResult result) {
        return body(result).get("segmentId").asString();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
