package cx.ecou.actionplan.api;

import static cx.ecou.actionplan.CaseExamples.NOON;
import static cx.ecou.actionplan.CaseExamples.feedback;
import static cx.ecou.actionplan.CaseExamples.minutesLater;
import static cx.ecou.actionplan.InventedColleagues.ILINCA;
import static cx.ecou.actionplan.InventedColleagues.MAREK;
import static cx.ecou.actionplan.InventedColleagues.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.CaseWorld;
import cx.ecou.actionplan.InventedColleagues;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.write.customercase.AddNote;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.actionplan.write.customercase.RecordContact;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.testing.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EcouTest
@AutoConfigureMockMvc
class CasesApiIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CaseWorld ecou;

    @Autowired
    InventedColleagues colleagues;

    @Autowired
    SettableClock clock;

    @Autowired
    RepeatableRequests requests;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void noCaseYet() {
        clock.set(NOON);
        colleagues.are(ILINCA, MAREK, OLGA);
        database.sql("truncate action_plan.case_file, action_plan.duty, action_plan.workload, action_plan.given")
                .update();
    }

    @Nested
    class Reading {

        @Test
        void a_case_says_what_it_is_about_and_how_it_stands() {
            UUID caseId = opened("api-one", Score.nps(3));

            assertThat(get("/" + caseId)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                    { "caseId": "%s", "status": "ASSIGNED", "priority": "HIGH", "owner": "%s",
                      "openedAt": "2036-11-03T12:00:00Z", "dueAt": "2036-11-04T12:00:00Z", "overdue": false,
                      "contactedAt": null, "escalatedAt": null, "feedbackId": "%s", "touchpoint": "delivery",
                      "customerRef": "crm-77", "reason": { "metric": "NPS", "value": 3, "scale": "0-10" },
                      "outcome": null, "rootCause": null, "closedAt": null,
                      "history": [ { "what": "OPENED", "at": "2036-11-03T12:00:00Z", "dueAt": "2036-11-04T12:00:00Z" },
                                   { "what": "ASSIGNED", "colleague": "%s" } ] }
                    """.formatted(
                            caseId, ILINCA.id(), Ids.derived("feedback", "shop", "api-one"), ILINCA.id()));
        }

        @Test
        void its_history_tells_every_step_with_who_and_when() {
            UUID caseId = opened("api-history", Score.nps(3));
            ecou.does(
                    new RecordContact(caseId, ContactChannel.EMAIL, "Wrote.", ILINCA.id(), minutesLater(5)),
                    new AddNote(caseId, "No answer yet.", OLGA.id(), minutesLater(6)));

            assertThat(get("/" + caseId))
                    .bodyJson()
                    .extractingPath("history[2:]")
                    .convertTo(JsonNode.class)
                    .hasToString(
                            "[{\"what\":\"CONTACTED\",\"at\":\"2036-11-03T12:05:00Z\",\"by\":\"%s\",\"channel\":\"EMAIL\",\"text\":\"Wrote.\"},{\"what\":\"NOTED\",\"at\":\"2036-11-03T12:06:00Z\",\"by\":\"%s\",\"text\":\"No answer yet.\"}]"
                                    .formatted(ILINCA.id(), OLGA.id()));
        }

        @Test
        void the_list_has_what_is_due_first_on_top_and_goes_on_where_it_ended() {
            UUID high = opened("api-list-1", Score.nps(3));
            UUID urgent = opened("api-list-2", Score.nps(0));
            UUID normal = opened("api-list-3", Score.nps(6));

            JsonNode first = body(get("?limit=2"));
            JsonNode rest =
                    body(get("?limit=2&cursor=" + first.get("nextCursor").asString()));

            assertThat(ids(first)).containsExactly(urgent, high);
            assertThat(ids(rest)).containsExactly(normal);
            assertThat(rest.get("nextCursor").isNull()).isTrue();
        }

        @Test
        void the_list_can_be_narrowed() {
            UUID late = opened("api-filter-1", Score.nps(0));
            UUID contacted = opened("api-filter-2", Score.nps(6));
            ecou.does(new RecordContact(contacted, ContactChannel.PHONE, "Spoke.", ILINCA.id(), minutesLater(1)));
            clock.set(NOON.plus(Duration.ofHours(5)));

            assertThat(ids(body(get("?status=CONTACTED")))).containsExactly(contacted);
            assertThat(ids(body(get("?status=CONTACTED&status=ASSIGNED")))).containsExactly(late, contacted);
            assertThat(ids(body(get("?overdue=true")))).containsExactly(late);
            assertThat(ids(body(get("?overdue=false")))).containsExactly(contacted);
            assertThat(ids(body(get("?priority=URGENT")))).containsExactly(late);
            assertThat(ids(body(get("?touchpoint=delivery")))).containsExactly(late, contacted);
            assertThat(ids(body(get("?touchpoint=moon")))).isEmpty();
            assertThat(ids(body(get("?owner=" + ILINCA.id())))).containsExactly(late, contacted);
            assertThat(ids(body(get("?status=&owner=&priority=&touchpoint=&overdue="))))
                    .containsExactly(late, contacted);
        }

        @ParameterizedTest
        @CsvSource({
            "?status=LOST,        status,   unknown-value",
            "?priority=1,         priority, unknown-value",
            "?owner=ilinca,       owner,    wrong-type",
            "?overdue=perhaps,    overdue,  wrong-type",
            "?limit=0,            limit,    out-of-range",
            "?limit=501,          limit,    out-of-range",
            "?limit=many,         limit,    wrong-type",
            "?cursor=abc,         cursor,   unreadable-cursor",
            "?colour=red,         colour,   unknown-parameter"
        })
        void a_parameter_that_cannot_be_read_is_named(String query, String field, String code) {
            assertThat(get(query)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                    { "type": "/problems/invalid-input", "errors": [ { "field": "%s", "code": "%s" } ] }
                    """.formatted(field, code));
        }

        @Test
        void an_id_that_is_no_case_is_not_found() {
            assertThat(get("/" + Ids.next())).hasStatus(404);
            assertThat(get("/" + Ids.derived("feedback", "shop", "api-one"))).hasStatus(404);
        }

        @Test
        void nobody_reads_or_writes_without_the_scope_for_it() {
            UUID caseId = opened("api-scope", Score.nps(3));
            assertThat(mvc.get().uri("/api/v1/cases").with(SignedIn.withScopes("case:write")))
                    .hasStatus(403);
            assertThat(mvc.get().uri("/api/v1/cases/" + caseId).with(SignedIn.withScopes("kpi:read")))
                    .hasStatus(403);
            assertThat(mvc.post()
                            .uri("/api/v1/cases/" + caseId + "/closing")
                            .header("Idempotency-Key", "k")
                            .with(SignedIn.withScopes("case:read")))
                    .hasStatus(403);
        }
    }

    @Nested
    class Steps {

        @Test
        void a_case_is_worked_through_from_outside() {
            UUID caseId = opened("api-life", Score.nps(3));

            assertThat(post(caseId, "assignment", "{\"owner\":\"" + MAREK.id() + "\"}"))
                    .hasStatus(201)
                    .hasHeader(HttpHeaders.LOCATION, "/api/v1/cases/" + caseId)
                    .bodyJson()
                    .isEqualTo("{\"caseId\":\"" + caseId + "\"}");
            assertThat(post(caseId, "contact", "{\"channel\":\"PHONE\",\"note\":\"Spoke.\"}"))
                    .hasStatus(201);
            assertThat(post(caseId, "notes", "{\"text\":\"Slot tomorrow.\"}")).hasStatus(201);
            assertThat(post(caseId, "resolution", "{\"outcome\":\"RECOVERED\",\"rootCause\":\"PARTNER\"}"))
                    .hasStatus(201);
            assertThat(post(caseId, "closing", "")).hasStatus(201);
            MvcTestResult last = post(caseId, "reopening", "{\"reason\":\"A door is missing.\"}");

            assertThat(body(after(last, caseId)).get("status").asString()).isEqualTo("ASSIGNED");
            assertThat(body(after(last, caseId))
                            .get("history")
                            .valueStream()
                            .map(step -> step.get("what").asString()))
                    .containsExactly(
                            "OPENED", "ASSIGNED", "ASSIGNED", "CONTACTED", "NOTED", "RESOLVED", "CLOSED", "REOPENED");
        }

        @Test
        void a_step_is_answered_with_the_position_at_which_it_was_recorded() {
            UUID caseId = opened("api-position", Score.nps(3));

            MvcTestResult written = post(caseId, "notes", "{\"text\":\"Slot tomorrow.\"}");

            assertThat(position(written)).isEqualTo(String.valueOf(positions.ofAggregate(caseId)));
        }

        @Test
        void a_read_after_a_write_contains_it() {
            UUID caseId = opened("api-own-write", Score.nps(3));

            MvcTestResult written = post(caseId, "contact", "{\"channel\":\"CHAT\",\"note\":\"Spoke.\"}");

            assertThat(body(after(written, caseId)).get("status").asString()).isEqualTo("CONTACTED");
        }

        @Test
        void a_case_of_which_not_all_can_be_read_takes_no_step() {
            UUID caseId = opened("api-unreadable", Score.nps(3));
            ecou.meetsAnEventOfTheFuture(caseId);
            long before = positions.ofAggregate(caseId);

            assertThat(post(caseId, "notes", "{\"text\":\"Rang her.\"}"))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("type")
                    .isEqualTo("/problems/unreadable-history");
            assertThat(positions.ofAggregate(caseId)).isEqualTo(before);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "resolution | {\"outcome\":\"RECOVERED\",\"rootCause\":\"STAFF\"} | case.not-contacted",
                    "closing    |                                                     | case.not-resolved",
                    "reopening  | {\"reason\":\"Still late.\"}                        | case.not-resolved"
                })
        void a_step_that_the_status_does_not_allow_is_a_named_conflict(
                String step, @Nullable String content, String rule) {
            UUID caseId = opened("api-rule-" + step, Score.nps(3));

            assertThat(post(caseId, step, content == null ? "" : content))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("type")
                    .isEqualTo("/problems/" + rule);
            assertThat(ecou.historyOf(caseId)).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "assignment | {}                                                   | owner     | required",
                    "assignment | {\"owner\":null}                                     | owner     | required",
                    "assignment | {\"owner\":\"ilinca\"}                               | owner     | wrong-type",
                    "assignment | {\"owner\":7}                                        | owner     | wrong-type",
                    "assignment | {\"owner\":\"00000000-0000-7000-8000-0000000000ff\"} | owner     | unknown-colleague",
                    "assignment | {\"owner\":\"00000000-0000-7000-8000-0000000000a2\",\"by\":1} | by | unknown-field",
                    "assignment | nonsense | ''        | unreadable-json",
                    "assignment | ''                                                   | ''        | body-required",
                    "contact    | {\"note\":\"Spoke.\"}                                | channel   | required",
                    "contact    | {\"channel\":\"PIGEON\",\"note\":\"Spoke.\"}         | channel   | unknown-value",
                    "contact    | {\"channel\":\"PHONE\",\"note\":\"  \"}              | note      | required",
                    "notes      | {\"text\":\"\"}                                      | text      | required",
                    "notes      | {\"text\":7}                                         | text      | wrong-type",
                    "notes      | {\"text\":\"a\\u0000b\"}                             | text      | control-character",
                    "notes      | {\"text\":\"a\\ud800b\"}                             | text      | control-character",
                    "resolution | {\"rootCause\":\"STAFF\"}                            | outcome   | required",
                    "resolution | {\"outcome\":\"RECOVERED\"}                          | rootCause | required",
                    "resolution | {\"outcome\":\"NOT_JUSTIFIED\",\"rootCause\":\"OTHER\"} | note   | required",
                    "reopening  | {}                                                   | reason    | required"
                })
        void what_is_wrong_is_named_by_its_field(String step, String content, String field, String code) {
            UUID caseId = opened("api-bad-" + Ids.next(), Score.nps(3));

            assertThat(post(caseId, step, content)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                    { "type": "/problems/invalid-input", "errors": [ { "field": "%s", "code": "%s" } ] }
                    """.formatted(
                            field, code));
            assertThat(ecou.historyOf(caseId)).hasSize(2);
        }

        @Test
        void all_that_is_wrong_is_named_at_once() {
            UUID caseId = opened("api-all-wrong", Score.nps(3));

            assertThat(post(caseId, "resolution", "{\"note\":\"" + "x".repeat(4_001) + "\"}"))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("errors[*].field")
                    .asArray()
                    .containsExactly("outcome", "rootCause", "note");
        }

        @Test
        void a_case_that_does_not_exist_takes_no_step() {
            opened("api-none", Score.nps(3));

            assertThat(post(Ids.next(), "notes", "{\"text\":\"Hello.\"}")).hasStatus(404);
            assertThat(post(Ids.derived("feedback", "shop", "api-none"), "notes", "{\"text\":\"Hello.\"}"))
                    .hasStatus(404);
        }
    }

    @Nested
    class Repeats {

        private static final String NOTE = "{\"text\":\"Only once.\"}";

        @Test
        void the_same_key_and_content_is_answered_as_before_and_done_once() {
            UUID caseId = opened("api-repeat", Score.nps(3));

            MvcTestResult first = post(caseId, "notes", NOTE, "again");
            MvcTestResult second = post(caseId, "notes", "{ \"text\" : \"Only once.\" }", "again");

            assertThat(first).hasStatus(201);
            assertThat(second).hasStatus(200).bodyJson().isEqualTo("{\"caseId\":\"" + caseId + "\"}");
            assertThat(position(second)).isEqualTo(position(first));
            assertThat(notes(caseId)).isEqualTo(1);
        }

        @Test
        void the_same_key_with_other_content_is_a_conflict() {
            UUID caseId = opened("api-other", Score.nps(3));
            UUID other = opened("api-other-case", Score.nps(3));
            post(caseId, "notes", NOTE, "other");

            for (MvcTestResult result : List.of(
                    post(caseId, "notes", "{\"text\":\"Something else.\"}", "other"),
                    post(other, "notes", NOTE, "other"),
                    post(caseId, "reopening", "{\"reason\":\"Only once.\"}", "other"))) {
                assertThat(result)
                        .hasStatus(409)
                        .bodyJson()
                        .extractingPath("type")
                        .isEqualTo("/problems/conflicting-repeat");
            }
            assertThat(notes(caseId) + notes(other)).isEqualTo(1);
        }

        @Test
        void a_refused_step_may_be_tried_again_under_its_key() {
            UUID caseId = opened("api-retry", Score.nps(3));
            String resolution = "{\"outcome\":\"RECOVERED\",\"rootCause\":\"STAFF\"}";
            assertThat(post(caseId, "resolution", resolution, "retry")).hasStatus(409);
            post(caseId, "contact", "{\"channel\":\"PHONE\",\"note\":\"Spoke.\"}");

            assertThat(post(caseId, "resolution", resolution, "retry")).hasStatus(201);
        }

        @Test
        void another_program_has_keys_of_its_own() {
            UUID caseId = opened("api-programs", Score.nps(3));
            post(caseId, "notes", NOTE, "shared");

            var desk = new ApiClient(Ids.next(), "desk", Set.of("case:write"));
            assertThat(mvc.post()
                            .uri("/api/v1/cases/{id}/notes", caseId)
                            .contentType(MediaType.APPLICATION_JSON)
                            .header("Idempotency-Key", "shared")
                            .content(NOTE)
                            .with(SignedIn.as(desk)))
                    .hasStatus(201);
        }

        @Test
        void repeats_that_come_at_the_same_moment_are_done_once() {
            UUID caseId = opened("api-storm", Score.nps(3));

            List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                            post(caseId, "notes", NOTE, "storm").getResponse().getStatus()))
                    .limit(8)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
            assertThat(notes(caseId)).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"'', malformed", "a b, malformed", "ключ, malformed"})
        void a_key_is_a_visible_word(String key, String code) {
            UUID caseId = opened("api-key-" + Ids.next(), Score.nps(3));
            assertThat(post(caseId, "notes", NOTE, key))
                    .hasStatus(400)
                    .bodyJson()
                    .isLenientlyEqualTo(
                            "{ \"errors\": [ { \"field\": \"Idempotency-Key\", \"code\": \"%s\" } ] }".formatted(code));
        }

        @Test
        void a_write_without_a_key_could_not_be_repeated() {
            UUID caseId = opened("api-keyless", Score.nps(3));
            assertThat(mvc.post()
                            .uri("/api/v1/cases/{id}/notes", caseId)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(NOTE)
                            .with(program()))
                    .hasStatus(400)
                    .bodyJson()
                    .isLenientlyEqualTo(
                            "{ \"errors\": [ { \"field\": \"Idempotency-Key\", \"code\": \"required\" } ] }");
        }

        @Test
        void of_what_was_written_only_a_fingerprint_is_kept_and_not_for_ever() {
            UUID caseId = opened("api-forgotten", Score.nps(3));
            post(caseId, "notes", NOTE, "forgotten");
            assertThat(database.sql("select row_to_json(r)::text from action_plan.answered_request r")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("Only once"));

            clock.set(NOON.plus(RepeatableRequests.KEPT).plusSeconds(1));
            requests.forgetOld();

            assertThat(database.sql("select count(*) from action_plan.answered_request")
                            .query(Long.class)
                            .single())
                    .isZero();
        }

        private long notes(UUID caseId) {
            return ecou.historyOf(caseId).stream()
                    .filter(CaseNoted.class::isInstance)
                    .count();
        }
    }

    private UUID opened(String externalId, Score score) {
        var said = feedback(externalId, "delivery", "Late.", score);
        ecou.hears(said);
        return OpenCase.caseOf(said.feedbackId());
    }

    private MvcTestResult get(String rest) {
        return mvc.get().uri("/api/v1/cases" + rest).with(program()).exchange();
    }

    private MvcTestResult after(MvcTestResult write, UUID caseId) {
        return mvc.get()
                .uri("/api/v1/cases/{id}", caseId)
                .header(Positions.READ_HEADER, position(write))
                .with(program())
                .exchange();
    }

    private MvcTestResult post(UUID caseId, String step, String content) {
        return post(caseId, step, content, Ids.next().toString());
    }

    private MvcTestResult post(UUID caseId, String step, String content, String key) {
        return mvc.post()
                .uri("/api/v1/cases/{id}/{step}", caseId, step)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(content)
                .with(program())
                .exchange();
    }

    private static RequestPostProcessor program() {
        return SignedIn.withScopes("case:read", "case:write");
    }

    private static String position(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader(Positions.WRITTEN_HEADER));
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static List<UUID> ids(JsonNode listing) {
        List<UUID> ids = new ArrayList<>();
        listing.get("items")
                .forEach(item -> ids.add(UUID.fromString(item.get("caseId").asString())));
        return ids;
    }
}
