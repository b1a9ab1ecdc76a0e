package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.story.Program.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody who is unhappy here and complains there is found as one, and is in the segment of those whom the shop may lose. */
@WholePlatform
class SegmentStoryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    Program shop;

    @Test
    void who_is_unhappy_in_one_place_and_complains_in_two_others_is_at_risk_until_they_say_otherwise()
            throws Exception {
        shop.send(
                "PUT",
                "/api/v1/customers/segment-crm/ana",
                "application/json",
                BodyPublishers.ofString(
                        "{\"name\":\"Ana\",\"emails\":[\"ana.segment@example.org\"],\"language\":\"pl\"}"));
        says("segment-app", "a-1", "SURVEY", 2, "\"scores\":[{\"metric\":\"NPS\",\"value\":3}]");
        says("segment-web", "w-1", "COMPLAINT", 3, "\"comment\":\"Late.\"");
        says("segment-desk", "d-1", "COMPLAINT", 4, "\"comment\":\"Late again.\"");

        String segment = defined("""
                { "name": "At risk", "rule": { "kind": "GROUP", "match": "ALL", "rules": [
                  { "kind": "PROFILE", "field": "LANGUAGE", "operator": "IS", "values": ["pl"] },
                  { "kind": "SCORE", "metric": "NPS", "pick": "LATEST", "operator": "AT_MOST", "number": 6, "days": 90 },
                  { "kind": "COUNT", "feedback": "COMPLAINT", "operator": "AT_LEAST", "number": 2 } ] } }""");

        String members = "/api/v1/segments/" + segment + "/members";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shop.get(members).get("items")).hasSize(1));
        JsonNode ana = shop.get(members).get("items").get(0);
        assertThat(ana.get("reasons").valueStream())
                .extracting(reason -> reason.get("value").asString(""))
                .containsExactly("", "3", "2");

        says("segment-app", "a-2", "SURVEY", 1, "\"scores\":[{\"metric\":\"NPS\",\"value\":9}]");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shop.get(members).get("items")).isEmpty());
        JsonNode then = shop.get(members + "?at=" + ana.get("since").asString()).get("items");
        assertThat(then).hasSize(1);
        assertThat(then.get(0).get("customerId")).isEqualTo(ana.get("customerId"));
        assertThat(then.get(0).get("untilCause").asString()).isEqualTo("NEWS");
    }

    private String defined(String segment) throws IOException, InterruptedException {
        Answer answer = shop.send(shop.request("/api/v1/segments")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + WholePlatform.KEY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(segment))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("segmentId").asString();
    }

    private void says(String source, String externalId, String kind, int daysAgo, String what)
            throws IOException, InterruptedException {
        Answer answer = shop.post(
                "/api/v1/feedback", """
                { "source": "%s", "externalId": "%s", "kind": "%s", "occurredAt": "%s",
                  "customer": { "email": "Ana.Segment@example.org" }, %s }
                """.formatted(source, externalId, kind, NOW.minus(daysAgo, ChronoUnit.DAYS), what));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
