package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Says everything of a person that can be said, through every input there is. */
final class EveryInput {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String MAPPING = """
            { "name": "Marked",
              "fields": { "source": { "constant": "canary" }, "externalId": { "columns": ["id"] }, "kind": { "constant": "SURVEY" },
                "occurredAt": { "constant": "2026-07-25T21:37:22Z" }, "customer.ref": { "columns": ["ref"] },
                "customer.name": { "columns": ["name"] }, "customer.email": { "columns": ["mail"] }, "comment": { "columns": ["said"] } },
              "scores": [ { "column": "nps", "metric": "NPS" } ], "attributes": { "courier": "courier" } }""";

    private final Program program;
    private final MarkedPerson person;
    private final UUID colleague;
    private final String ref;
    private String importId = "";
    private String archive = "";

    /** @param colleague who takes care of the person */
    EveryInput(Program program, MarkedPerson person, UUID colleague) {
        this.program = program;
        this.person = person;
        this.colleague = colleague;
        this.ref = person.name();
    }

    void say() throws IOException, InterruptedException {
        describe();
        feedback();
        importFile();
        aCaseIsWorkedOn();
        consents();
        export();
    }

    /** The import among whose rows some were rejected. */
    String importId() {
        return importId;
    }

    private void describe() throws IOException, InterruptedException {
        put("/api/v1/customers/canary/" + ref, """
                { "name": "%s", "emails": ["%s@example.org", "%s@example.org"], "phones": ["%s"], "loyaltyCards": ["%s"], "devices": ["%s"],
                  "attributes": { "%s": "%s" } }""".formatted(
                        mark("put name"),
                        mark("put e-mail"),
                        mark("put second e-mail"),
                        person.phone("put phone"),
                        mark("put card"),
                        mark("put device"),
                        mark("put attribute name"),
                        mark("put attribute")));
        accepted(program.post("/api/v1/customers/batch", """
                [ { "source": "app", "ref": "%s", "name": "%s", "emails": ["%s@example.org", "%s@example.org"], "devices": ["%s"],
                    "phones": ["%s"], "attributes": { "tone": "%s" } } ]""".formatted(
                        ref,
                        mark("batch name"),
                        mark("put e-mail"),
                        mark("batch e-mail"),
                        mark("batch device"),
                        person.phone("batch phone"),
                        mark("batch attribute"))));
        accepted(program.post("/api/v1/customers/batch", "application/x-ndjson", """
                {"source":"desk","ref":"%s","name":"%s","emails":["%s@example.org"],"loyaltyCards":["%s"]}""".formatted(
                        ref, mark("lines name"), mark("put e-mail"), mark("put card"))
                .getBytes(StandardCharsets.UTF_8)));
    }

    private void feedback() throws IOException, InterruptedException {
        assertThat(program.post("/api/v1/feedback", feedback("single", 2)).status())
                .isEqualTo(201);
        accepted(program.post("/api/v1/feedback/batch", "[" + feedback("array", 9) + "]"));
        accepted(program.post(
                "/api/v1/feedback/batch",
                "application/x-ndjson",
                feedback("lines", 10).getBytes(StandardCharsets.UTF_8)));
        accepted(program.post("/api/v1/feedback/batch", """
                [ { "source": "canary", "externalId": "%s-by-mail", "kind": "REVIEW", "occurredAt": "2026-07-25T21:37:22Z",
                    "customer": { "name": "%s", "email": "%s@example.org" }, "comment": "%s" } ]""".formatted(
                        ref, mark("keyless name"), mark("put e-mail"), mark("keyless comment"))));
    }

    private String feedback(String input, int nps) {
        return """
                { "source": "canary", "externalId": "%s-%s", "kind": "SURVEY", "occurredAt": "2026-07-25T21:37:22Z", "touchpoint": "canary",\
                 "customer": { "ref": "%s", "name": "%s", "email": "%s@example.org" }, "scores": [ { "metric": "NPS", "value": %d } ],\
                 "comment": "%s", "attributes": { "%s": "%s" } }""".formatted(
                        ref,
                        input,
                        ref,
                        mark(input + " name"),
                        mark(input + " e-mail"),
                        nps,
                        mark(input + " comment"),
                        mark(input + " attribute name"),
                        mark(input + " attribute"));
    }

    private void importFile() throws IOException, InterruptedException {
        String file =
                "id,ref,name,mail,said,courier,nps\n" + row("row", "7") + row("refused row", mark("refused row score"));
        String form = part("mapping", "", "application/json", MAPPING)
                + part("file", "; filename=\"survey.csv\"", "text/csv", file) + "--canary--\r\n";
        Program.Answer started = program.post(
                "/api/v1/imports", "multipart/form-data; boundary=canary", form.getBytes(StandardCharsets.UTF_8));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        importId = started.json().path("importId").asString();
        await().atMost(PATIENCE)
                .until(() -> program.get("/api/v1/imports/" + importId)
                        .path("status")
                        .asString()
                        .equals("DONE"));
        assertThat(program.get("/api/v1/imports/" + importId).path("rejected").asInt())
                .isEqualTo(1);
    }

    private String row(String input, String nps) {
        return String.join(
                        ",",
                        ref + "-" + input.replace(' ', '-'),
                        ref,
                        mark(input + " name"),
                        mark(input + " e-mail") + "@example.org",
                        mark(input + " comment"),
                        mark(input + " attribute"),
                        nps)
                + "\n";
    }

    private static String part(String name, String more, String type, String content) {
        return "--canary\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n";
    }

    private void aCaseIsWorkedOn() throws IOException, InterruptedException {
        String steps = "/api/v1/cases/" + caseId();
        step(steps + "/assignment", "{ \"owner\": \"" + colleague + "\" }");
        step(steps + "/contact", "{ \"channel\": \"PHONE\", \"note\": \"%s\" }", "contact");
        step(steps + "/notes", "{ \"text\": \"%s\" }", "note");
        step(
                steps + "/resolution",
                "{ \"outcome\": \"RECOVERED\", \"rootCause\": \"DELIVERY\", \"note\": \"%s\" }",
                "resolution");
        step(steps + "/reopening", "{ \"reason\": \"%s\" }", "reopening");
    }

    private void step(String path, String body, String input) throws IOException, InterruptedException {
        step(path, body.formatted(mark(input)));
    }

    private void step(String path, String body) throws IOException, InterruptedException {
        Program.Answer answer = program.send(program.request(path)
                .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
                .header("Authorization", "Bearer " + WholePlatform.KEY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** The sources have not been told that the person was erased: they send again what they sent, and more. */
    void goOn() throws IOException, InterruptedException {
        assertThat(program.post("/api/v1/feedback", feedback("single", 2)).status())
                .as("the same is known")
                .isEqualTo(200);
        assertThat(program.post("/api/v1/feedback", feedback("later", 1)).status())
                .isEqualTo(201);
        importFile();
        step("/api/v1/cases/" + caseId() + "/notes", "{ \"text\": \"%s\" }", "later note");
        program.get("/api/v1/feedback?source=canary");
        program.get("/api/v1/cases?touchpoint=canary");
        program.get("/api/v1/customers");
    }

    private void consents() throws IOException, InterruptedException {
        put("/api/v1/customers/canary/" + ref + "/consents", """
                { "consents": [ { "purpose": "SURVEY", "channel": "EMAIL", "given": true, "textVersion": "2026-03/pl", "source": "FORM",
                    "at": "2026-07-25T21:37:22Z" } ] }""");
        accepted(program.post("/api/v1/customers/canary/" + ref + "/preference-links", "{}"));
    }

    private void export() throws IOException, InterruptedException {
        String exports = "/api/v1/customers/canary/" + ref + "/exports";
        JsonNode requested = program.post(exports, "").json();
        archive = requested.path("address").asString().replaceFirst("^https?://[^/]+", "") + "/archive";
        String made = exports + "/" + requested.path("exportId").asString();
        await().atMost(PATIENCE)
                .until(() -> program.get(made).path("state").asString().equals("READY"));
    }

    /** Where everything that is known of the person can be fetched. */
    String archive() {
        return archive;
    }

    /** Of the answer that made somebody call. */
    UUID caseId() throws IOException, InterruptedException {
        for (JsonNode open :
                program.get("/api/v1/cases?touchpoint=canary&limit=500").path("items")) {
            if (open.path("customerRef").asString().equals(ref)) {
                return UUID.fromString(open.path("caseId").asString());
            }
        }
        throw new AssertionError("there is no case of " + ref);
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        accepted(program.send("PUT", path, MediaType.APPLICATION_JSON_VALUE, BodyPublishers.ofString(body)));
    }

    private void accepted(Program.Answer answer) {
        assertThat(List.of(200, 201)).as(answer.body()).contains(answer.status());
        assertThat(answer.body()).doesNotContain("\"status\":\"rejected\"");
    }

    private String mark(String input) {
        return person.mark(input);
    }
}
