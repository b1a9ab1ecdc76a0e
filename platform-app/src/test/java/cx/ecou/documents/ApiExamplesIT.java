package cx.ecou.documents;

import static cx.ecou.documents.ApiDocument.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.documents.ApiDocument.Body;
import cx.ecou.documents.ApiDocument.Operation;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.key.ApiKeys;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Sends every example of the description as it stands, in the order in which it is written. */
@PlatformTest
class ApiExamplesIT {

    private static final String KEY = "a-key-of-the-operator-0123456789-abcdef";

    /** The example is over before it could be halted. */
    private static final Set<String> NEED_A_LONG_IMPORT = Set.of("pauseImport", "resumeImport");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApiKeys keys;

    @Autowired
    JdbcClient database;

    private final Map<String, String> madeIds = new HashMap<>();
    private ApiDocument api;
    private long lastWrite;

    @BeforeEach
    void readTheDescription() {
        keys.accept(KEY);
        api = ApiDocument.servedBy(mvc);
    }

    @Test
    void every_example_is_accepted_and_every_answer_is_as_described() {
        thereIsTheColleague(UUID.fromString(api.bodies(api.operation("assignCase"))
                .get(0)
                .value()
                .get("owner")
                .asString()));
        thereAreEnoughAnswersForAFigure();

        for (Operation operation : api.operations()) {
            if (!operation.method().equals("GET") && !NEED_A_LONG_IMPORT.contains(operation.id())) {
                untilThereIsWhatItIsAbout(operation);
                assertAreAsDescribed(
                        operation,
                        bodiesOf(operation).stream()
                                .map(body -> send(operation, body))
                                .toList());
            }
        }
        api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> assertAreAsDescribed(
                        operation, List.of(request(operation).exchange())));
    }

    @Test
    void a_refusal_is_answered_as_its_example_says() {
        Operation list = api.operation("listFeedback");
        MvcTestResult refused =
                authorised(mvc.get().uri("/api/v1/feedback?limit=501")).exchange();

        assertThat(refused).hasStatus(400);
        assertThat(json(refused)).isEqualTo(api.answer(list, 400).at("/content/application~1problem+json/example"));
    }

    /** Each answer fits its schema, and together they have everything that the example shows. */
    private void assertAreAsDescribed(Operation operation, List<MvcTestResult> answers) {
        Set<String> shown = new TreeSet<>();
        Set<String> real = new TreeSet<>();
        for (MvcTestResult answer : answers) {
            JsonNode content = described(operation, answer).at("/content/application~1json");
            remember(answer);
            if (content.isObject()) {
                assertThat(api.problems(content, json(answer)))
                        .as(operation.route() + " answers " + text(answer))
                        .isEmpty();
                api.examples(content).forEach(example -> shown.addAll(ApiDocument.shape(example)));
                real.addAll(ApiDocument.shape(json(answer)));
            }
        }
        assertThat(shown).as(operation.route()).isSubsetOf(real);
    }

    private JsonNode described(Operation operation, MvcTestResult answer) {
        int status = answer.getResponse().getStatus();
        assertThat(status).as(operation.route() + " answers " + text(answer)).isBetween(200, 299);
        JsonNode described = api.answer(operation, status);
        assertThat(described.isObject())
                .as(operation.route() + " describes " + status)
                .isTrue();
        described
                .path("headers")
                .propertyNames()
                .forEach(header -> assertThat(answer).containsHeader(header));
        return described;
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void remember(MvcTestResult answer) {
        String position = answer.getResponse().getHeader(Positions.WRITTEN_HEADER);
        lastWrite = position == null ? lastWrite : Math.max(lastWrite, Long.parseLong(position));
        String place = answer.getResponse().getHeader(HttpHeaders.LOCATION);
        madeIn("/imports/", "importId", place);
        madeIn("/exports/", "exportId", place);
        madeIn("/erasures/", "erasureId", place);
        madeIn("/segments/", "segmentId", place);
        if (text(answer).startsWith("{\"mergeId\"")) {
            madeIds.put("mergeId", json(answer).get("mergeId").asString());
        }
    }

    private void madeIn(String folder, String id, @Nullable String place) {
        if (place != null && place.startsWith("/api/v1/") && place.contains(folder)) {
            madeIds.put(id, place.substring(place.indexOf(folder) + folder.length()));
        }
    }

    /** A case is opened, and a customer is recognised, a moment after the feedback. */
    private void untilThereIsWhatItIsAbout(Operation operation) {
        if (operation.path().startsWith("/api/v1/customers/{source}/{ref}/")) {
            await().untilAsserted(() -> assertThat(
                            request(api.operation("readConsents")).exchange())
                    .hasStatusOk());
        }
        if (operation.path().startsWith("/api/v1/cases/{caseId}")) {
            await().untilAsserted(() ->
                    assertThat(request(api.operation("readCase")).exchange()).hasStatusOk());
        }
    }

    private List<Body> bodiesOf(Operation operation) {
        List<Body> bodies = api.bodies(operation);
        return bodies.isEmpty() ? List.of(Body.NONE) : bodies;
    }

    private MvcTestResult send(Operation operation, Body body) {
        if (body.mediaType().equals(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return request(operation)
                    .multipart()
                    .file(part("file", "text/csv", body.value().get("file").asString()))
                    .file(part(
                            "mapping",
                            "application/json",
                            body.value().get("mapping").toString()))
                    .exchange();
        }
        return body == Body.NONE
                ? request(operation).exchange()
                : request(operation)
                        .contentType(body.mediaType())
                        .content(body.written())
                        .exchange();
    }

    private static MockMultipartFile part(String name, String type, String content) {
        return new MockMultipartFile(name, "survey.csv", type, content.getBytes(StandardCharsets.UTF_8));
    }

    private MockMvcTester.MockMvcRequestBuilder request(Operation operation) {
        Map<String, String> path = new HashMap<>(api.exampleParameters(operation, "path"));
        path.putAll(madeIds);
        var address = UriComponentsBuilder.fromPath(operation.path());
        api.exampleParameters(operation, "query").forEach(address::queryParam);
        var request = authorised(mvc.method(HttpMethod.valueOf(operation.method()))
                .uri(address.buildAndExpand(path).toUriString()));
        api.exampleParameters(operation, "header").forEach(request::header);
        return operation.method().equals("GET")
                ? request.header(Positions.READ_HEADER, String.valueOf(lastWrite))
                : request;
    }

    private static MockMvcTester.MockMvcRequestBuilder authorised(MockMvcTester.MockMvcRequestBuilder request) {
        return request.header("Authorization", "Bearer " + KEY);
    }

    private void thereIsTheColleague(UUID id) {
        database.sql("""
                        insert into access.account (account_id, email, name, role, touchpoints, created_at)
                        values (?, ?, 'Ilinca P.', ?, '{}', now()) on conflict do nothing
                        """).params(id, id + "@example.org", Role.CX_AGENT.name()).update();
    }

    private void thereAreEnoughAnswersForAFigure() {
        String answers = IntStream.rangeClosed(1, 9).mapToObj("""
                        {"source":"shop","externalId":"e-%d","kind":"SURVEY","occurredAt":"2026-07-20T10:00:00Z",\
                        "touchpoint":"delivery","scores":[{"metric":"NPS","value":9}]}"""::formatted).collect(Collectors.joining("\n"));
        remember(authorised(mvc.post().uri("/api/v1/feedback/batch"))
                .contentType("application/x-ndjson")
                .content(answers)
                .exchange());
    }
}
