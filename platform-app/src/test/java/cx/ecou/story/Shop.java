package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;

/** What a shop with several systems tells of its customers, and what a colleague then reads. */
final class Shop {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Program program;
    private final Browser colleague;

    Shop(Program program, People people) {
        this.program = program;
        this.colleague = people.signIn(Role.CX_MANAGER, program.port());
    }

    /** A system says who somebody is. */
    void describes(String source, String ref, String json) throws Exception {
        var answer = program.send(
                "PUT", "/api/v1/customers/" + source + "/" + ref, "application/json", BodyPublishers.ofString(json));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    }

    /** Somebody says something, in the words of one system. */
    void hears(String source, String ref, String externalId, String occurredAt, int nps, String comment)
            throws Exception {
        var answer = program.post(
                "/api/v1/feedback", """
                {"source":"%s","externalId":"%s","kind":"SURVEY","occurredAt":"%s","touchpoint":"%s","customer":{"ref":"%s"},\
                "scores":[{"metric":"NPS","value":%d}],"comment":"%s"}""".formatted(source, externalId, occurredAt, source, ref, nps, comment));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** The case that a piece of feedback has led to. */
    String caseOf(String source) throws Exception {
        return program.get("/api/v1/cases?touchpoint=" + source)
                .path("items")
                .get(0)
                .path("caseId")
                .asString();
    }

    /** Somebody at the service desk spoke with the customer. */
    void speaksWithThem(String caseId, String note) throws Exception {
        var answer = program.send(program.request("/api/v1/cases/" + caseId + "/contact")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + WholePlatform.KEY)
                .header("Idempotency-Key", caseId)
                .POST(BodyPublishers.ofString("{\"channel\":\"PHONE\",\"note\":\"" + note + "\"}"))
                .build());
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    }

    /** The page of whom a system knows by that key, as soon as it says what it should. */
    Document readsOf(String source, String ref, Consumer<Document> says) throws Exception {
        String path = "/customers/" + idOf(source, ref);
        await().atMost(PATIENCE).untilAsserted(() -> says.accept(read(path)));
        return read(path);
    }

    /** Who that is. */
    String idOf(String source, String ref) throws Exception {
        return program.get("/api/v1/customers/" + source + "/" + ref)
                .path("customerId")
                .asString();
    }

    Document read(String path) {
        var answer = colleague.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.page();
    }

    /** Where an address leads that is no page any more. */
    String leadsTo(String path) {
        return colleague.get(path).header("Location");
    }

    /** Presses the button of a page. */
    void presses(String path, String action) {
        assertThat(colleague.submit(path, action, Map.of()).status()).isEqualTo(302);
    }
}
