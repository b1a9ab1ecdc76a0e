package cx.ecou.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.People;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A marketplace knows each order by a key of its own and the person behind it by another. Told by the person's, 3,000 rows are
 * 2,995 people, and what somebody said of two orders is the story of one.
 */
@WholePlatform
@Import(People.class)
class OlistCustomersStoryIT {

    private static final String SOURCE = "olist-people";
    private static final ZoneId THERE = ZoneId.of("America/Sao_Paulo");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Autowired
    Program marketplace;

    @Autowired
    People people;

    @Test
    void three_thousand_rows_are_2995_people_with_what_each_of_them_said() throws Exception {
        List<NamedCsvRecord> rows = Marketplace.rows("customers.csv");

        JsonNode first = sent("/api/v1/customers/batch", rows.stream().map(OlistCustomersStoryIT::person));
        JsonNode again = sent("/api/v1/customers/batch", rows.stream().map(OlistCustomersStoryIT::person));
        JsonNode reviews = sent("/api/v1/feedback/batch", reviews(rows));

        assertThat(first.path("accepted").asInt()).isEqualTo(2_995);
        assertThat(first.path("repeated").asInt())
                .as("orders of somebody who stands above")
                .isEqualTo(5);
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(reviews.path("accepted").asInt()).isEqualTo(2_993);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<Integer> said = feedbackOfEach();
            assertThat(said).hasSize(2_995);
            assertThat(said.stream().collect(groupingBy(count -> count, summingInt(one -> 1))))
                    .isEqualTo(Map.of(0, 21, 1, 2_955, 2, 19));
        });
    }

    private static Map<String, Object> person(NamedCsvRecord row) {
        return Map.of(
                "source",
                SOURCE,
                "ref",
                row.getField("customer_unique_id"),
                "language",
                "pt-BR",
                "timeZone",
                THERE.getId(),
                "attributes",
                Map.of("city", row.getField("customer_city"), "state", row.getField("customer_state")));
    }

    /** Each under the key of whoever had placed the order. */
    private static Stream<Map<String, Object>> reviews(List<NamedCsvRecord> customers) throws IOException {
        Map<String, String> people = customers.stream()
                .collect(toMap(row -> row.getField("customer_id"), row -> row.getField("customer_unique_id")));
        Map<String, String> orders = Marketplace.rows("orders.csv").stream()
                .collect(toMap(row -> row.getField("order_id"), row -> people.get(row.getField("customer_id"))));
        return Marketplace.rows("order_reviews.csv").stream()
                .map(row -> review(row, Objects.requireNonNull(orders.get(row.getField("order_id")))));
    }

    private static Map<String, Object> review(NamedCsvRecord row, String person) {
        return Map.of(
                "source",
                SOURCE,
                "externalId",
                row.getField("review_id") + "-" + row.getField("order_id"),
                "kind",
                "REVIEW",
                "occurredAt",
                LocalDateTime.parse(row.getField("review_answer_timestamp"), WRITTEN)
                        .atZone(THERE)
                        .toInstant()
                        .toString(),
                "touchpoint",
                "orders",
                "customer",
                Map.of("ref", person),
                "scores",
                List.of(Map.of(
                        "metric", "CSAT", "scale", "1-5", "value", Integer.parseInt(row.getField("review_score")))));
    }

    private JsonNode sent(String path, Stream<Map<String, Object>> items) throws IOException, InterruptedException {
        String lines = items.map(JsonMapper.shared()::writeValueAsString).collect(joining("\n"));
        Program.Answer answer = marketplace.post(path, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** As a manager takes the list of these customers along. */
    private List<Integer> feedbackOfEach() {
        Browser manager = people.signIn(Role.CX_MANAGER, marketplace.port());
        return CsvReader.builder()
                .ofNamedCsvRecord(manager.get("/customers.csv?source=" + SOURCE).body())
                .stream()
                .map(row -> Integer.parseInt(row.getField("feedback")))
                .toList();
    }
}
