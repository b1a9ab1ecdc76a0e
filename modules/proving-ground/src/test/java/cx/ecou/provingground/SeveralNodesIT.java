package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, started at the same moment on an empty database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralNodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int OVERDUE = 20;
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z]+)\"");
    private static final Pattern TAKEN_IN =
            Pattern.compile("ecou_feedback_delivered_total\\{[^}]*outcome=\"accepted\"[^}]*} (\\S+)");
    private static final Pattern IMPORT = Pattern.compile("\"importId\":\"([0-9a-f-]{36})\"");

    @TempDir
    static Path folder;

    private static OwnDatabase database;
    private static Nodes nodes;

    @BeforeAll
    static void both_start_at_once() throws IOException {
        var ground = new Ground(EcouJar.quick(), folder, false, 1);
        database = OwnDatabase.startIn(folder.resolve("database"));
        nodes = Nodes.start(
                2,
                ground,
                database,
                Map.of("ECOU_EVENT_STORE_NODE_SILENCE", "6s", "ECOU_ACTION_PLAN_DUE_URGENT", "1m"));
        for (int i = 0; i < OVERDUE; i++) {
            say("overdue", String.valueOf(i), 0);
        }
    }

    @AfterAll
    static void both_end() throws IOException {
        try (var stopped = database) {
            if (nodes != null) {
                nodes.close();
            }
        }
    }

    @Test
    void every_processor_works_on_one_of_them() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("select count(*) from event_store.processor_place"))
                        .isPositive()
                        .isEqualTo(count("select count(*) from event_store.processor_place where holder is not null")));
    }

    @Test
    void a_page_that_is_open_on_one_hears_what_comes_in_on_the_other() throws Exception {
        String session = Visitor.signsIn(nodes.node(0));
        try (Socket page =
                new Socket(InetAddress.getLoopbackAddress(), nodes.node(1).port())) {
            page.getOutputStream()
                    .write(("GET /live?topics=feedback.inbox HTTP/1.1\r\nHost: localhost\r\n" + session + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("HTTP/1.1 200 ");
            var heard = CompletableFuture.supplyAsync(() -> lines.lines().anyMatch("data:feedback.inbox"::equals));

            say("live", "1", 9);

            assertThat(heard).succeedsWithin(PATIENCE).isEqualTo(true);
        }
    }

    @Test
    void tries_to_sign_in_are_counted_on_both_together() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.tries(nodes.node(i % 2), "somebody@example.org", "guess-" + i))
                    .isEqualTo(422);
        }
        assertThat(Visitor.tries(nodes.node(0), "somebody@example.org", "one more"))
                .isEqualTo(429);
        assertThat(Visitor.tries(nodes.node(1), "somebody@example.org", "one more"))
                .isEqualTo(429);
    }

    /** The shortest due time is a minute: it passes while the others are tested. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_case_that_is_overdue_escalates_once() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from event_store.domain_event"
                                + " where payload_type = 'action-plan.CaseEscalated'")
                        >= OVERDUE);
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from event_store.scheduled_task"
                                + " where task_name = 'action-plan.escalate-case'")
                        == 0);
        assertThat(count("select count(*) from event_store.domain_event"
                        + " where payload_type = 'action-plan.CaseEscalated'"))
                .isEqualTo(OVERDUE);
    }

    @Test
    void an_import_whose_node_dies_is_finished_by_the_other() throws Exception {
        int rows = 40_000;
        String path = "/api/v1/imports/" + upload(rows);
        int importing = await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(SeveralNodesIT::importingNode, node -> node >= 0);
        nodes.node(importing).kill();
        assertThat(accepted()).as("it died in the middle").isLessThan(rows);

        await().atMost(PATIENCE)
                .until(() -> status(nodes.node(1 - importing), path).equals("DONE"));
        assertThat(accepted()).isEqualTo(rows);
        nodes.startAgain(importing);
        try (LeanHttp http = nodes.node(importing).connect()) {
            assertThat(http.get(path, "").text()).contains("\"rejected\":0");
        }
    }

    /** Either may take it: the one that has taken in more than was said one by one; negative as long as none has. */
    private static int importingNode() throws IOException {
        for (int number = 0; number < 2; number++) {
            try (LeanHttp http = nodes.node(number).connect()) {
                Matcher taken =
                        TAKEN_IN.matcher(http.get("/actuator/prometheus", "").text());
                if (taken.find() && Double.parseDouble(taken.group(1)) > 2 * OVERDUE) {
                    return number;
                }
            }
        }
        return -1;
    }

    private static String upload(int rows) throws IOException {
        String file = IntStream.rangeClosed(1, rows)
                .mapToObj(n -> n + ",9,2026-01-15T10:00:00Z")
                .collect(Collectors.joining("\n", "id,nps,at\n", "\n"));
        String mapping = """
                { "fields": { "source": { "constant": "file" }, "externalId": { "columns": ["id"] },
                  "kind": { "constant": "SURVEY" }, "occurredAt": { "columns": ["at"] } },
                  "scores": [ { "column": "nps", "metric": "NPS" } ] }""";
        String body = part("mapping\"", mapping) + part("file\"; filename=\"answers.csv\"", file) + "--part--\r\n";
        try (LeanHttp http = nodes.node(0).connect()) {
            String answer = http.post(
                            "/api/v1/imports",
                            "multipart/form-data; boundary=part",
                            body.getBytes(StandardCharsets.UTF_8))
                    .text();
            Matcher started = IMPORT.matcher(answer);
            assertThat(started.find()).as(answer).isTrue();
            return started.group(1);
        }
    }

    private static String part(String name, String content) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + name
                + "\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static String status(Platform node, String path) throws IOException {
        try (LeanHttp http = node.connect()) {
            Matcher status = STATUS.matcher(http.get(path, "").text());
            return status.find() ? status.group(1) : "";
        }
    }

    private static long accepted() throws SQLException {
        return count("select count(*) from event_store.domain_event"
                + " where payload_type = 'feedback.FeedbackReceived' and payload::jsonb ->> 'source' = 'file'");
    }

    private static void say(String source, String externalId, int nps) throws IOException {
        String said = "{\"source\":\"" + source + "\",\"externalId\":\"" + externalId
                + "\",\"kind\":\"SURVEY\",\"occurredAt\":\"" + Instant.now().minusSeconds(60)
                + "\",\"scores\":[{\"metric\":\"NPS\",\"value\":" + nps + "}]}";
        try (LeanHttp http = nodes.node(0).connect()) {
            assertThat(http.post("/api/v1/feedback", "application/json", said.getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static long count(String question) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
