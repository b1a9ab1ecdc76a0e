package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A customer asks to be forgotten: she is, in one go, and no figure moves. */
@WholePlatform
class ErasureStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FIGURES = List.of(
            "/api/v1/kpis/nps?source=forget",
            "/api/v1/kpis/nps?source=forget&groupBy=touchpoint",
            "/api/v1/kpis/csat?source=forget",
            "/api/v1/kpis/csat?source=forget&groupBy=day");

    @Autowired
    Program shop;

    @Test
    void a_customer_asks_to_be_forgotten_and_is_while_every_figure_stays_to_the_digit() throws Exception {
        anaHasSaidWhatSheThinksInTheShopAndInTheApp();
        List<JsonNode> figures = figures();
        JsonNode open = shop.get("/api/v1/cases?touchpoint=forget-delivery")
                .path("items")
                .get(0);
        assertThat(open.path("customerRef").asString()).isEqualTo("ana");

        var answer = shop.post("/api/v1/customers/forget/ana/erasure", "{ \"reason\": \"REQUESTED\" }");

        assertThat(answer.status()).isEqualTo(202);
        JsonNode proof = proof(answer);
        assertThat(proof.path("subjects").asInt())
                .as("the shop's key and the app's")
                .isEqualTo(2);
        assertThat(figures()).isEqualTo(figures);
        assertThat(shop.get("/api/v1/customers?q=kowalska").path("items")).isEmpty();
        for (JsonNode item :
                shop.get("/api/v1/feedback?source=forget&customerRef=ana").path("items")) {
            assertThat(item.toString()).doesNotContain("Kowalska", "ana@example.org", "never called");
        }
        JsonNode stillOpen = shop.get("/api/v1/cases/" + open.path("caseId").asString());
        assertThat(stillOpen.path("status")).isEqualTo(open.path("status"));
        assertThat(stillOpen.toString()).doesNotContain("Kowalska", "never called");
    }

    @Test
    void asked_again_the_first_proof_is_shown_and_what_still_comes_is_counted_without_a_name() throws Exception {
        say("late", "late-1", "Lena Nowak", 9, "All fine.");
        var first = shop.post("/api/v1/customers/late/ref-late-1/erasure", "{ \"reason\": \"LEGAL_DUTY\" }");
        JsonNode proof = proof(first);

        var again = shop.post("/api/v1/customers/late/ref-late-1/erasure", "{ \"reason\": \"REQUESTED\" }");
        shop.post("/api/v1/feedback", feedback("late", "late-2", "ref-late-1", "Lena Nowak", 10, "Still fine."));
        var repeated =
                shop.post("/api/v1/feedback", feedback("late", "late-1", "ref-late-1", "Lena Nowak", 9, "All fine."));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(repeated.status())
                .as("the source is answered that it is known")
                .isEqualTo(200);
        assertThat(shop.get("/api/v1/erasures/" + again.json().path("erasureId").asString())
                        .path("hash"))
                .isEqualTo(proof.path("hash"));
        assertThat(shop.get("/api/v1/kpis/nps?source=late")
                        .path("total")
                        .path("n")
                        .asInt())
                .isEqualTo(2);
        JsonNode said = shop.get("/api/v1/feedback?source=late");
        assertThat(said.path("items")).hasSize(2);
        assertThat(said.toString()).doesNotContain("Nowak", "fine");
        assertThat(shop.send(
                                "PUT",
                                "/api/v1/customers/late/ref-late-1",
                                "application/json",
                                java.net.http.HttpRequest.BodyPublishers.ofString("{ \"name\": \"Lena Nowak\" }"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_somebody_let_slip_without_being_known_is_erased_too_and_no_figure_moves() throws Exception {
        for (int i = 0; i < 5; i++) {
            say("slipped", "s-" + i, "Jan Kowal", 9, "Fine.");
        }
        JsonNode said = shop.post("/api/v1/feedback", """
                { "source": "slipped", "externalId": "nobody", "kind": "SURVEY", "occurredAt": "2026-07-25T21:37:22Z",
                  "touchpoint": "slipped-delivery", "scores": [ { "metric": "NPS", "value": 1 } ],
                  "comment": "I am the one in Main Street 7, call me." }""").json();
        String feedback = "/api/v1/feedback/" + said.path("feedbackId").asString();
        JsonNode open = shop.get("/api/v1/cases?touchpoint=slipped-delivery");
        assertThat(open.path("items")).hasSize(1);
        assertThat(shop.get(feedback).path("comment").asString()).contains("Main Street");
        JsonNode nps = figure("/api/v1/kpis/nps?source=slipped");

        JsonNode proof = proof(shop.post(feedback + "/erasure", "{ \"reason\": \"REQUESTED\" }"));

        assertThat(proof.path("subjects").asInt()).isEqualTo(1);
        assertThat(figure("/api/v1/kpis/nps?source=slipped")).isEqualTo(nps);
        assertThat(shop.get(feedback).path("comment").isNull()).isTrue();
        assertThat(shop.get("/api/v1/cases?touchpoint=slipped-delivery")).isEqualTo(open);
    }

    private void anaHasSaidWhatSheThinksInTheShopAndInTheApp() throws Exception {
        for (int i = 0; i < 5; i++) {
            say("forget", "other-" + i, "Jan Kowal", 8 + i % 3, "Fine.");
        }
        shop.post(
                "/api/v1/feedback",
                feedback("forget", "f-1", "ana", "Ana Kowalska", 2, "Two weeks late, and they never called."));
        shop.post("/api/v1/feedback", """
                { "source": "forget-app", "externalId": "f-2", "kind": "REVIEW", "occurredAt": "2026-07-25T21:37:22Z",
                  "customer": { "ref": "u-9", "email": "ana@example.org" }, "scores": [ { "metric": "CSAT", "value": 2, "scale": "1-5" } ] }""");
        shop.get("/api/v1/customers");
    }

    private void say(String source, String externalId, String name, int nps, String comment) throws Exception {
        var answer =
                shop.post("/api/v1/feedback", feedback(source, externalId, "ref-" + externalId, name, nps, comment));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String feedback(String source, String externalId, String ref, String name, int nps, String comment) {
        return """
                { "source": "%s", "externalId": "%s", "kind": "SURVEY", "occurredAt": "2026-07-25T21:37:22Z",
                  "touchpoint": "%s-delivery", "customer": { "ref": "%s", "name": "%s", "email": "%s@example.org" },
                  "scores": [ { "metric": "NPS", "value": %d }, { "metric": "CSAT", "value": 3, "scale": "1-5" } ],
                  "comment": "%s" }""".formatted(source, externalId, source, ref, name, ref, nps, comment);
    }

    private List<JsonNode> figures() throws Exception {
        List<JsonNode> figures = new java.util.ArrayList<>();
        for (String figure : FIGURES) {
            figures.add(figure(figure));
        }
        return figures;
    }

    private JsonNode figure(String address) throws Exception {
        return ((tools.jackson.databind.node.ObjectNode) shop.get(address)).without("asOf");
    }

    private JsonNode proof(Program.Answer erased) throws Exception {
        String address = "/api/v1/erasures/" + erased.json().path("erasureId").asString();
        await().atMost(PATIENCE).until(() -> shop.get(address).path("done").asBoolean());
        return shop.get(address);
    }
}
