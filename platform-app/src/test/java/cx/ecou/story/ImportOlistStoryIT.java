package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A marketplace imports two years of reviews: the figures are those that were computed independently from the file, and
 * each review of one or two stars has its case.
 */
@WholePlatform
class ImportOlistStoryIT {

    private static final String MAPPING = """
            { "name": "Olist reviews",
              "fields": {
                "source":     { "constant": "olist" },
                "externalId": { "columns": ["review_id", "order_id"] },
                "kind":       { "constant": "REVIEW" },
                "touchpoint": { "constant": "marketplace" },
                "language":   { "constant": "pt" },
                "occurredAt": { "columns": ["review_answer_timestamp"],
                                "format": "yyyy-MM-dd HH:mm:ss", "timeZone": "America/Sao_Paulo" },
                "comment":    { "columns": ["review_comment_title", "review_comment_message"] } },
              "scores": [ { "column": "review_score", "metric": "CSAT", "scale": "1-5" } ] }""";

    @Autowired
    Program marketplace;

    @Test
    void two_years_of_reviews_become_figures_and_a_case_for_each_unhappy_customer() throws Exception {
        byte[] file = Files.readAllBytes(Marketplace.file("order_reviews.csv"));

        JsonNode first = imported(file);
        JsonNode again = imported(file);

        assertThat(first.path("accepted").asInt()).isEqualTo(2_993);
        assertThat(first.path("rejected").asInt()).isZero();
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("repeated").asInt()).isEqualTo(2_993);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(this::the_figures_are_those_of_the_file);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(feedbackWithCase()).hasSize(355 + 98));
    }

    private void the_figures_are_those_of_the_file() throws IOException, InterruptedException {
        JsonNode csat = marketplace.get("/api/v1/kpis/csat?source=olist&from=2016-01-01&to=2018-12-31");
        assertThat(csat.path("scale").asString()).isEqualTo("1-5");
        JsonNode total = csat.path("total");
        assertThat(total.path("n").asInt()).isEqualTo(2_993);
        assertThat(total.path("value").asDouble()).isCloseTo(76.6121, within(0.00005));
        assertThat(total.path("mean").asDouble()).isCloseTo(4.06983, within(0.000005));
        JsonNode distribution = total.path("distribution");
        assertThat(distribution.path("1").asInt()).isEqualTo(355);
        assertThat(distribution.path("2").asInt()).isEqualTo(98);
        assertThat(distribution.path("3").asInt()).isEqualTo(247);
        assertThat(distribution.path("4").asInt()).isEqualTo(576);
        assertThat(distribution.path("5").asInt()).isEqualTo(1_717);
    }

    private Set<String> feedbackWithCase() throws IOException, InterruptedException {
        Set<String> feedback = new HashSet<>();
        int cases = 0;
        String cursor = "";
        do {
            JsonNode page = marketplace.get("/api/v1/cases?touchpoint=marketplace&limit=500" + cursor);
            for (JsonNode open : page.path("items")) {
                feedback.add(open.path("feedbackId").asString());
                cases++;
            }
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(cases).as("never two for one feedback").isEqualTo(feedback.size());
        return feedback;
    }

    private JsonNode imported(byte[] file) throws IOException, InterruptedException {
        Program.Answer started = marketplace.post("/api/v1/imports", "multipart/form-data; boundary=olist", form(file));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String path = "/api/v1/imports/" + started.json().path("importId").asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> marketplace.get(path).path("status").asString().equals("DONE"));
        return marketplace.get(path);
    }

    private static byte[] form(byte[] file) throws IOException {
        var form = new ByteArrayOutputStream();
        form.write(utf8("--olist\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + MAPPING + "\r\n"));
        form.write(utf8("--olist\r\nContent-Disposition: form-data; name=\"file\"; filename=\"order_reviews.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n"));
        form.write(file);
        form.write(utf8("\r\n--olist--\r\n"));
        return form.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
