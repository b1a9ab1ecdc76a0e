package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.seal.Sealing;
import cx.ecou.eventstore.seal.Seals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the data set of a release, for {@link UpgradeIT} of this release and of all later ones: see CONTRIBUTING.md. All in it is
 * invented.
 */
@WholePlatform
@EnabledIfSystemProperty(named = "ecou.release.write", matches = ".+")
@TestPropertySource(
        properties = {
            "test.world=release",
            "ecou.admin.email=admin@example.org",
            "ecou.admin.password=an-invented-sentence-of-nobody"
        })
class ReleaseIT {

    private final StoredRelease release = StoredRelease.named(System.getProperty("ecou.release.write", ""));

    @Autowired
    Program shop;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient database;

    @Autowired
    Positions positions;

    @Autowired
    List<ModuleSchema> schemas;

    @Test
    void the_data_of_this_release_is_written() throws Exception {
        answers();
        List<String> cases = cases();
        work(cases);
        Instant asOf = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        seal();

        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String path : questions(asOf, cases)) {
            answers.put(path, Stable.of(shop.get(path)));
        }
        release.write(
                dataSource,
                schemas.stream()
                        .sorted(Comparator.comparingInt(ModuleSchema::rank).thenComparing(ModuleSchema::module))
                        .toList());
        Files.writeString(
                release.answers(),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(answers)
                        + "\n");
    }

    /** Two touchpoints, three metrics, good and bad. */
    private void answers() throws Exception {
        String occurredAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String lines = IntStream.range(0, 60)
                .mapToObj(
                        n -> """
                        {"source":"shop","externalId":"r-%1$d","kind":"SURVEY","occurredAt":"%2$s","touchpoint":"%3$s",\
                        "language":"pl","customer":{"ref":"crm-%1$d"},"scores":[{"metric":"NPS","value":%4$d},\
                        {"metric":"CSAT","scale":"1-5","value":%5$d}],"comment":"Zażółć gęślą jaźń, %1$d"}""".formatted(n, occurredAt, n % 3 == 0 ? "returns" : "delivery", (n * 7) % 11, 3 + n % 3))
                .collect(Collectors.joining("\n"));
        assertThat(shop.post("/api/v1/feedback/batch", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(60);
    }

    private List<String> cases() throws Exception {
        positions.await("action-plan.open-cases", positions.head(), Duration.ofSeconds(20));
        positions.await("action-plan.cases", positions.head(), Duration.ofSeconds(20));
        return shop.get("/api/v1/cases?limit=500")
                .path("items")
                .valueStream()
                .map(each -> each.path("caseId").asString())
                .sorted()
                .toList();
    }

    private void work(List<String> cases) throws Exception {
        String owner = database.sql("select account_id::text from access.account")
                .query(String.class)
                .single();
        for (String each : cases) {
            step(each, "assignment", "{\"owner\":\"" + owner + "\"}");
        }
        step(cases.get(0), "notes", "{\"text\":\"Prefers calls after 5 p.m.\"}");
        step(cases.get(0), "contact", "{\"channel\":\"PHONE\",\"note\":\"Apologised.\"}");
        step(
                cases.get(0),
                "resolution",
                "{\"outcome\":\"RECOVERED\",\"rootCause\":\"DELIVERY\",\"note\":\"A voucher.\"}");
    }

    private void step(String caseId, String step, String json) throws Exception {
        var request = shop.request("/api/v1/cases/" + caseId + "/" + step)
                .header("Authorization", "Bearer " + WholePlatform.KEY)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", caseId + step)
                .method(HttpMethod.POST.name(), java.net.http.HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(shop.send(request).status()).isEqualTo(201);
    }

    /** A day later, so that the day is closed. */
    private void seal() {
        new Sealing(
                        dataSource,
                        new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                        positions::head,
                        () -> false,
                        Clock.offset(Clock.systemUTC(), Duration.ofDays(1)))
                .seal();
        assertThat(new Seals(dataSource).days()).isNotEmpty();
    }

    private static List<String> questions(Instant asOf, List<String> cases) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        String span =
                "?from=" + today.minusDays(1) + "&to=" + today.plusDays(1) + "&asOf=" + asOf + "&groupBy=touchpoint";
        return List.of(
                "/api/v1/kpis/nps" + span,
                "/api/v1/kpis/csat" + span,
                "/api/v1/feedback?source=shop&limit=500",
                "/api/v1/cases?limit=500",
                "/api/v1/cases/" + cases.get(0));
    }
}
