package cx.ecou.provingground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sixty-four programs take steps on one case at the same moment, half of them on each of two nodes. Of notes none may be
 * lost and none be doubled, though each is sent to both nodes; of those who resolve it one wins, and the others are told.
 */
final class RacingSteps implements Proof {

    private static final int RACERS = 64;
    private static final int MOST_REPEATS = 200;
    private static final Pattern CASE = Pattern.compile("\"caseId\":\"([0-9a-f-]{36})\"");
    private static final Pattern PROBLEM = Pattern.compile("\"type\":\"(/problems/[^\"]+)\"");
    private static final UUID AGENT = new UUID(0x7000L, 0x8000_0000_0000_0064L);

    private final List<Double> millis = new ArrayList<>();
    private final Finding.Doubts doubts = new Finding.Doubts();
    private int conflicts;

    @Override
    public Finding attempt(Ground ground) throws Exception {
        int cases = ground.times(20, 1);
        ExecutorService racers = Executors.newFixedThreadPool(RACERS);
        try (var database = OwnDatabase.startIn(ground.folder().resolve("database"));
                var nodes = Nodes.start(2, ground, database, Map.of())) {
            makeAnAgent(database);
            for (int i = 0; i < cases; i++) {
                race(nodes, database, racers, "race-" + ground.seed() + "-" + i);
            }
        } finally {
            racers.shutdownNow();
        }
        return new Finding(
                String.format(
                        Locale.ROOT,
                        "%d cases, %d racers, %d steps, %d conflicts told and repeated",
                        cases,
                        RACERS,
                        millis.size(),
                        conflicts),
                "answered " + Samples.of(millis).millis(),
                doubts.broken());
    }

    private void race(Nodes nodes, OwnDatabase database, ExecutorService racers, String externalId) throws Exception {
        String caseId = openCase(nodes.node(0), externalId);
        List<Step> assigned = atOnce(
                nodes,
                racers,
                n -> new Order(caseId + "/assignment", "{\"owner\":\"" + AGENT + "\"}", externalId + "-a" + n));
        List<Step> noted = atOnce(
                nodes,
                racers,
                n -> new Order(caseId + "/notes", "{\"text\":\"Note " + n / 2 + "\"}", externalId + "-n" + n / 2));
        List<Step> resolved = atOnce(
                nodes,
                racers,
                n -> new Order(
                        caseId + "/resolution",
                        "{\"outcome\":\"NOT_JUSTIFIED\",\"rootCause\":\"PROCESS\"}",
                        externalId + "-r" + n));
        doubts.expect("assignments answered", (long) RACERS, count(assigned, 201));
        doubts.expect("notes newly recorded", RACERS / 2L, count(noted, 201));
        doubts.expect("notes recognised as repeated", RACERS / 2L, count(noted, 200));
        doubts.expect("winners", 1L, count(resolved, 201));
        doubts.expect(
                "losers told that it is resolved",
                RACERS - 1L,
                resolved.stream()
                        .filter(step -> step.problem().equals("/problems/case.already-resolved"))
                        .count());
        try (Connection connection = database.connect()) {
            doubts.expect("assignments recorded", 1L, recorded(connection, caseId, "CaseAssigned"));
            doubts.expect("notes recorded", RACERS / 2L, recorded(connection, caseId, "CaseNoted"));
            doubts.expect("resolutions recorded", 1L, recorded(connection, caseId, "CaseResolved"));
        }
    }

    private static String openCase(Platform node, String externalId) throws IOException {
        String said = "{\"source\":\"race\",\"externalId\":\"" + externalId
                + "\",\"kind\":\"SURVEY\",\"occurredAt\":\"2026-07-01T10:00:00Z\","
                + "\"touchpoint\":\"delivery\",\"scores\":[{\"metric\":\"NPS\",\"value\":1}]}";
        try (LeanHttp http = node.connect()) {
            LeanHttp.Answer written =
                    http.post("/api/v1/feedback", "application/json", said.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < MOST_REPEATS; i++) {
                Matcher found =
                        CASE.matcher(http.get("/api/v1/cases?status=OPEN", "Ecou-After: " + written.position() + "\r\n")
                                .text());
                if (found.find()) {
                    return found.group(1);
                }
            }
        }
        throw new IOException("no case was opened");
    }

    private record Order(String path, String json, String key) {}

    private record Step(int status, String problem, double millis, int conflicts) {}

    private interface Orders {
        Order of(int racer);
    }

    private List<Step> atOnce(Nodes nodes, ExecutorService racers, Orders orders) throws Exception {
        var go = new CountDownLatch(1);
        List<Future<Step>> running = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            Order order = orders.of(racer);
            Platform node = nodes.node(racer % 2);
            running.add(racers.submit(() -> {
                try (LeanHttp http = node.connect()) {
                    go.await();
                    return take(http, order);
                }
            }));
        }
        go.countDown();
        List<Step> steps = new ArrayList<>();
        for (Future<Step> step : running) {
            steps.add(step.get());
        }
        steps.forEach(step -> {
            millis.add(step.millis());
            conflicts += step.conflicts();
        });
        return steps;
    }

    /** Who is told of a conflict repeats, as the answer says. */
    private static Step take(LeanHttp http, Order order) throws IOException {
        long begin = System.nanoTime();
        for (int conflicts = 0; ; conflicts++) {
            LeanHttp.Answer answer = http.post(
                    "/api/v1/cases/" + order.path(),
                    "application/json",
                    "Idempotency-Key: " + order.key() + "\r\n",
                    order.json().getBytes(StandardCharsets.UTF_8));
            Matcher problem = PROBLEM.matcher(answer.text());
            String name = problem.find() ? problem.group(1) : "";
            if (!name.equals("/problems/concurrent-change") || conflicts == MOST_REPEATS) {
                return new Step(answer.status(), name, (System.nanoTime() - begin) / 1e6, conflicts);
            }
        }
    }

    private static long count(List<Step> steps, int status) {
        return steps.stream().filter(step -> step.status() == status).count();
    }

    private static long recorded(Connection connection, String caseId, String event) throws SQLException {
        try (var question = connection.prepareStatement("""
                select count(*) from event_store.domain_event
                 where aggregate_identifier = ?::uuid and payload_type = ?""")) {
            question.setString(1, caseId);
            question.setString(2, "action-plan." + event);
            try (var row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void makeAnAgent(OwnDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                var agent = connection.prepareStatement("""
                        insert into access.account (account_id, email, name, role, available, created_at)
                        values (?, 'agent@example.org', 'Agent', 'CX_AGENT', false, now())""")) {
            agent.setObject(1, AGENT);
            agent.executeUpdate();
        }
    }
}
