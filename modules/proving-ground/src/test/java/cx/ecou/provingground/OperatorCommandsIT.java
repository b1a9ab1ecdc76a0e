package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import cx.ecou.eventstore.postgres.Login;
import cx.ecou.eventstore.seal.Sealing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The commands of the packed program, as an operator gives them beside a running platform and without one. */
class OperatorCommandsIT {

    private final FeedbackMaker maker = new FeedbackMaker("backup", 11, Duration.ofHours(1));

    @TempDir
    Path folder = Path.of("");

    /** What the console showed, and how the program ended. */
    record Ended(int code, String console) {}

    @Test
    void a_moment_is_restored_from_a_backup_taken_while_feedback_came_in() throws Exception {
        Path home = folder.resolve("home");
        Path backups = folder.resolve("backups");
        int atTheMoment;
        int inAll;
        Instant moment;
        try (Platform platform = start(home, Map.of("ECOU_BACKUP_FOLDER", backups.toString()));
                LeanHttp http = platform.connect()) {
            write(http, 2_000);
            var backedUp = new AtomicBoolean();
            CompletableFuture<Integer> meanwhile = CompletableFuture.supplyAsync(() -> writeUntil(backedUp, platform));
            Ended backup = command(home, "backup", backups.toString());
            backedUp.set(true);
            int written = meanwhile.join();
            assertThat(backup.console()).contains("is complete: it holds the database as of");
            assertThat(backup.code()).isZero();
            assertThat(written).isPositive();
            write(http, 300);
            describeSomebody(http);
            await().atMost(Duration.ofSeconds(60)).until(() -> named(home) > 0);
            seal(home);
            atTheMoment = 2_300 + written;
            assertThat(feedback(home)).isEqualTo(atTheMoment);
            moment = clock(home);
            write(http, 700);
            inAll = atTheMoment + 700;
            eraseSomebody(http);
        }

        Path then = folder.resolve("then");
        Ended restored = command(then, "restore", backups.toString(), "--until", moment.toString());
        assertThat(restored.console())
                .contains("as of " + moment)
                .contains("1 erasures are in the list; 1 of them had been undone and are in force again.")
                .contains("Everything is as it was sealed.")
                .contains("No ledger differed from the events");
        assertThat(restored.code()).isZero();
        assertHolds(then, atTheMoment);

        rotate(then);

        Path last = folder.resolve("last");
        Ended all = command(last, "restore", backups.toString());
        assertThat(all.console()).contains("all that there is").contains("Everything is as it was sealed.");
        assertThat(all.code()).isZero();
        try (EmbeddedDatabase database = EmbeddedDatabase.startIn(last)) {
            assertThat(database.owner()).isEqualTo(owner(last));
            assertThat(feedback(last)).isEqualTo(inAll);
        }
    }

    @Test
    void verify_names_an_altered_event_beside_a_running_platform_and_without_one() throws Exception {
        Path home = folder.resolve("home");
        assertThat(command(home, "verify"))
                .satisfies(nothing -> assertThat(nothing.code()).isEqualTo(2))
                .satisfies(nothing -> assertThat(nothing.console()).contains("There is no database in the folder"));
        try (Platform platform = start(home, Map.of());
                LeanHttp http = platform.connect()) {
            write(http, 1_500);
            seal(home);
            Ended intact = command(home, "verify");
            assertThat(intact.console()).contains("Everything is as it was sealed.");
            assertThat(intact.code()).isZero();

            alter(home, 1_234);
            assertAltered(command(home, "verify"));
        }
        assertAltered(command(home, "verify"));
        assertThat(command(home, "verify", "--until", "now").console()).contains("There is no option --until here.");
    }

    @Test
    void verify_names_an_altered_entry_of_the_audit_log_which_the_application_itself_may_only_add_to()
            throws Exception {
        Path home = folder.resolve("home");
        try (Platform platform = start(home, Map.of());
                LeanHttp http = platform.connect()) {
            write(http, 10);
            for (int n = 0; n < 3; n++) {
                http.get("/api/v1/feedback?limit=" + (n + 1), "");
            }
            seal(home);
            awaitLinks(home);
            assertThat(number(
                            home, "select count(*) from audit.entry where action = 'listed' and codes like 'limit=%'"))
                    .isEqualTo(3);
            for (String right : List.of("update", "delete", "truncate", "trigger")) {
                assertThat(number(home, "select has_table_privilege('ecou', 'audit.entry', '" + right + "')::int"))
                        .as(right)
                        .isZero();
            }
            Ended intact = command(home, "verify");
            assertThat(intact.console()).contains("entries of the audit log compared with their links");
            assertThat(intact.code()).isZero();
            Path kept = Files.writeString(folder.resolve("kept.log"), intact.console());

            long entry = number(home, "select max(entry_id) from audit.entry where action = 'listed'");
            asOwner(home, "update audit.entry set codes = '' where entry_id = " + entry);

            Ended altered = command(home, "verify");
            assertThat(altered.console())
                    .contains("Audit log: entry " + entry + " was altered.")
                    .contains("1 things in the audit log were changed behind Ecou's back");
            assertThat(altered.code()).isEqualTo(1);

            asOwner(home, "delete from audit.link");
            awaitLinks(home);
            assertThat(command(home, "verify").code()).isZero();
            Ended compared = command(home, "verify", "--against", kept.toString());
            assertThat(compared.console())
                    .containsPattern("Audit log: the link \\d+ that was kept elsewhere is not the one");
            assertThat(compared.code()).isEqualTo(1);
        }
    }

    private static void assertAltered(Ended verification) {
        assertThat(verification.console())
                .contains("the event at position 1234 was altered.")
                .contains("1 things were changed behind Ecou's back")
                .doesNotContain("Everything is as it was sealed.");
        assertThat(verification.code()).isEqualTo(1);
    }

    private static void describeSomebody(LeanHttp http) throws IOException {
        String described =
                "{\"source\":\"backup\",\"ref\":\"z-1\",\"name\":\"Zuzanna\",\"emails\":[\"zuzanna@example.org\"]}";
        assertThat(http.post("/api/v1/customers/batch", "application/x-ndjson", bytes(described))
                        .text())
                .contains("\"accepted\":1");
    }

    private static void eraseSomebody(LeanHttp http) throws IOException {
        assertThat(http.post(
                                "/api/v1/customers/backup/z-1/erasure",
                                "application/json",
                                bytes("{\"reason\":\"REQUESTED\"}"))
                        .status())
                .isEqualTo(202);
    }

    /** In how many places somebody can be read by name. */
    private static long named(Path home) throws IOException {
        return number(home, """
                select (select count(*) from customer.acquaintance where name is not null or emails <> '[]')
                     + (select count(*) from customer.directory where name is not null or words like '%zuzanna%')
                     + (select count(*) from insight.subject where name is not null or words like '%zuzanna%')""");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The restored database is erased, and has its keys: they can be wrapped anew. */
    private static void rotate(Path home) throws IOException, InterruptedException {
        String before = Files.readString(home.resolve("wrapping-key"));
        Ended rotation = command(home, "rotate-wrapping-key");
        assertThat(rotation.console()).containsPattern("[1-9][0-9]* data keys are wrapped by the new key\\.");
        assertThat(rotation.code()).isZero();
        assertThat(Files.readString(home.resolve("wrapping-key"))).isNotEqualTo(before);
        try (EmbeddedDatabase database = EmbeddedDatabase.startIn(home)) {
            assertThat(database.owner()).isEqualTo(owner(home));
            assertThat(number(home, "select count(*) from privacy.data_key where destroyed_at is not null"))
                    .isEqualTo(1);
        }
    }

    private static void assertHolds(Path home, int expected) throws Exception {
        try (Platform platform = start(home, Map.of())) {
            Instant begin = clock(home);
            platform.awaitProjections();
            assertThat(feedback(home)).isEqualTo(expected);
            await().atMost(Duration.ofSeconds(90)).until(() -> number(home, """
                            select (select count(*) from event_store.processor_place) - count(*)
                              from event_store.ledger_check where checked_at > '%s'""".formatted(begin)) == 0);
            assertThat(number(home, "select count(*) from event_store.ledger_check where differs"))
                    .isZero();
            // Only now: the processors wait until the node of the backup has not been heard of for a while.
            try (LeanHttp http = platform.connect()) {
                assertThat(http.get("/api/v1/kpis/nps?source=backup", "").text())
                        .contains("\"n\":" + expected);
            }
            assertThat(number(home, "select count(*) from feedback.inbox")).isEqualTo(expected);
            assertThat(named(home)).as("whoever was erased stays erased").isZero();
            assertThat(number(home, "select count(*) from customer.erasure where reason = 'RESTORED'"))
                    .isEqualTo(1);
            assertThat(command(home, "verify").code()).isZero();
        }
    }

    private void write(LeanHttp http, int count) throws IOException {
        assertThat(http.post("/api/v1/feedback/batch", "application/x-ndjson", maker.lines(count))
                        .text())
                .contains("\"accepted\":" + count);
    }

    private int writeUntil(AtomicBoolean over, Platform platform) {
        try (LeanHttp http = platform.connect()) {
            int written = 0;
            while (!over.get()) {
                write(http, 100);
                written += 100;
            }
            return written;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int feedback(Path home) throws IOException {
        return (int) number(
                home, "select count(*) from event_store.domain_event where payload_type = 'feedback.FeedbackReceived'");
    }

    private static Instant clock(Path home) throws IOException {
        return Instant.ofEpochMilli(number(home, "select extract(epoch from clock_timestamp()) * 1000 + 1"));
    }

    private static long number(Path home, String sql) throws IOException {
        return JdbcClient.create(owner(home).dataSource())
                .sql(sql)
                .query(Long.class)
                .single();
    }

    /** What the platform itself does once a minute. */
    private static void seal(Path home) throws IOException {
        var database = owner(home).dataSource();
        JdbcClient client = JdbcClient.create(database);
        new Sealing(
                        database,
                        new TransactionTemplate(new DataSourceTransactionManager(database)),
                        () -> client.sql("select event_store.decided_up_to()")
                                .query(Long.class)
                                .single(),
                        () -> false,
                        Clock.systemUTC())
                .seal();
    }

    /** The platform does it by itself every ten seconds. */
    private static void awaitLinks(Path home) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> number(
                                home,
                                "select count(*) from audit.entry left join audit.link using (entry_id)"
                                        + " where number is null")
                        == 0);
    }

    private static void alter(Path home, long position) throws IOException, SQLException {
        asOwner(
                home,
                "update event_store.domain_event set payload = replace(payload, 'backup', 'backdoor')"
                        + " where global_index = " + position);
    }

    /** Past every trigger. */
    private static void asOwner(Path home, String change) throws IOException, SQLException {
        try (var connection = owner(home).dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(change);
        }
    }

    private static Login owner(Path home) throws IOException {
        return EmbeddedDatabase.running(home).orElseThrow();
    }

    private static Platform start(Path home, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ECOU_EVENT_STORE_NODE_SILENCE", "6s");
        return Platform.start(EcouJar.quick(), home, all);
    }

    private static Ended command(Path home, String... words) throws IOException, InterruptedException {
        Files.createDirectories(home);
        List<String> command = new ArrayList<>(EcouJar.quick());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ECOU_HOME", home.toString());
        Process process = builder.start();
        String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), console);
    }
}
