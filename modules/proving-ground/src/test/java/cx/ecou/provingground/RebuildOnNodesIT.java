package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A read model is rebuilt on one of two nodes, and the node does not live to see the end of it. */
class RebuildOnNodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FEEDBACK = 5_000;
    private static final String FINISHED = "feedback.inbox was rebuilt";
    private static final String LEFT = "feedback.inbox is not rebuilt any further here";

    private static final String REBUILD = "select rebuild::text from event_store.rebuild rebuild";

    private static final FeedbackMaker maker = new FeedbackMaker("rebuilt", 3, Duration.ofDays(30));

    @TempDir
    static Path folder;

    private static OwnDatabase database;
    private static Nodes nodes;
    private static String administrator;

    @BeforeAll
    static void both_have_an_inbox() throws Exception {
        var ground = new Ground(EcouJar.quick(), folder, false, 3);
        database = OwnDatabase.startIn(folder.resolve("database"));
        nodes = Nodes.start(
                2,
                ground,
                database,
                Map.of("ECOU_EVENT_STORE_NODE_SILENCE", "6s", "ECOU_REBUILD_EVENTS_AT_ONCE", "100"));
        administrator = Visitor.signsIn(nodes.node(0));
        deliver(FEEDBACK);
        assertEverythingIsThere();
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
    void whoever_is_left_finishes_it_where_it_was_though_nodes_die_while_they_read_and_while_they_switch()
            throws Exception {
        try (var reading = new Hold(database, "READING", FEEDBACK / 2);
                var switching = new Hold(database, "DONE", 0)) {
            List<Integer> finished = finished();
            begin();
            int first = reading.awaitNode();
            String copy = place("feedback_inbox_rebuild.inbox");
            assertThat(number("select count(*) from feedback_inbox_rebuild.inbox"))
                    .as("it dies in the middle")
                    .isBetween(1L, FEEDBACK / 2L);
            nodes.node(first).kill();
            reading.release();

            int second = switching.awaitNode();
            assertThat(second).isEqualTo(1 - first);
            nodes.startAgain(first);
            nodes.node(second).kill();
            switching.release();

            awaitRebuilt();
            assertThat(place("feedback.inbox"))
                    .as("the copy that the first began")
                    .isEqualTo(copy);
            assertThat(finished().get(first)).isEqualTo(finished.get(first) + 1);
            assertThat(finished().get(second)).isEqualTo(finished.get(second));
            nodes.startAgain(second);
        }
        assertNothingIsWrong();
    }

    @Test
    void a_node_that_froze_while_it_read_is_not_waited_for_and_changes_nothing_when_it_thaws() throws Exception {
        try (var reading = new Hold(database, "READING", FEEDBACK / 2)) {
            begin();
            Platform frozen = nodes.node(reading.awaitNode());
            int left = said(frozen, LEFT);
            frozen.signal("STOP");
            String rebuilt;
            try {
                reading.release();
                awaitRebuilt();
                rebuilt = text(REBUILD) + place("feedback.inbox");
            } finally {
                frozen.signal("CONT");
            }
            await().atMost(PATIENCE).until(() -> said(frozen, LEFT) > left);
            assertThat(frozen.console()).doesNotContain("Failed while completing execution");
            assertThat(text(REBUILD) + place("feedback.inbox")).isEqualTo(rebuilt);
        }
        assertNothingIsWrong();
    }

    private static void begin() throws Exception {
        assertThat(Visitor.presses(
                        nodes.node(0),
                        administrator,
                        "/operations/read-models",
                        "/operations/read-models/feedback.inbox/rebuild"))
                .isEqualTo(302);
    }

    /** How many rebuilds each node has finished. */
    private static List<Integer> finished() throws IOException {
        return List.of(said(nodes.node(0), FINISHED), said(nodes.node(1), FINISHED));
    }

    private static int said(Platform node, String words) throws IOException {
        return node.console().split(words, -1).length - 1;
    }

    private static void awaitRebuilt() {
        await().atMost(PATIENCE)
                .until(() -> number("select count(*) from event_store.rebuild where state = 'DONE'") == 1);
    }

    /** Every event is in it once, nothing is different, nothing is left over, and what comes in now gets there. */
    private static void assertNothingIsWrong() throws Exception {
        assertThat(text("select concat_ws(' ', state, handled, live_rows, rebuilt_rows, live_hash = rebuilt_hash,"
                        + " added, removed, changed) from event_store.rebuild"))
                .isEqualTo(String.format("DONE %1$d %1$d %1$d t 0 0 0", maker.made()));
        await().atMost(PATIENCE)
                .until(() -> number("select count(*) from event_store.scheduled_task"
                                + " where task_name = 'event-store.rebuild'")
                        == 0);
        assertThat(number("select count(*) from pg_namespace where nspname = 'feedback_inbox_rebuild'"))
                .isZero();
        deliver(100);
        assertEverythingIsThere();
    }

    private static void assertEverythingIsThere() throws Exception {
        for (int number = 0; number < 2; number++) {
            assertThat(new Reckoning(nodes.node(number), maker.source())
                            .expect(maker.made(), new Finding.Doubts())
                            .broken())
                    .isEmpty();
        }
    }

    private static void deliver(int items) throws IOException {
        try (LeanHttp http = nodes.node(0).connect()) {
            assertThat(http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(items))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** What a table is for PostgreSQL, under whatever name. */
    private static String place(String table) throws SQLException {
        return text("select '" + table + "'::regclass::oid");
    }

    private static long number(String question) throws SQLException {
        return Long.parseLong(text(question));
    }

    private static String text(String question) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
