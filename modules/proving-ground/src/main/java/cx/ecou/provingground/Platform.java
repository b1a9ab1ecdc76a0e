package cx.ecou.provingground;

import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import cx.ecou.eventstore.postgres.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packed platform in a process of its own, with its embedded PostgreSQL in its own folder. */
final class Platform implements AutoCloseable {

    static final String KEY = "proving-ground-0123456789-abcdefghijklmnop";
    static final String ADMIN = "admin@example.org";
    static final String PASSWORD = "proving-ground-is-not-secret-7";
    private static final Pattern HANDLED =
            Pattern.compile("ecou_processor_events_total\\{[^}]*processor=\"([^\"]+)\"[^}]*} (\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Of a process that was ended by signal 9. */
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path home;
    private final int port;
    private final @Nullable String databaseUrl;
    private final long begin = System.nanoTime();
    private Duration startTime = Duration.ZERO;

    private Platform(Process process, Path home, int port, @Nullable String databaseUrl) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.databaseUrl = databaseUrl;
    }

    /**
     * Starts the platform and waits for its first answer.
     *
     * @param command how the program is run, from {@code java} on
     * @param home its folder, new or of an earlier start
     */
    static Platform start(List<String> command, Path home) throws IOException {
        return start(command, home, Map.of());
    }

    /** @param settings further environment variables; {@code SERVER_PORT} may be one of them */
    static Platform start(List<String> command, Path home, Map<String, String> settings) throws IOException {
        return launch(command, home, settings).awaitAnswer();
    }

    /** Starts the platform, and waits for nothing. */
    static Platform launch(List<String> command, Path home, Map<String, String> settings) throws IOException {
        Files.createDirectories(home);
        Map<String, String> environment = new HashMap<>(Map.of(
                "ECOU_HOME",
                home.toString(),
                "ECOU_ADMIN_EMAIL",
                ADMIN,
                "ECOU_ADMIN_PASSWORD",
                PASSWORD,
                "ECOU_API_KEY",
                KEY));
        environment.putAll(settings);
        int port = Integer.parseInt(environment.computeIfAbsent("SERVER_PORT", name -> String.valueOf(freePort())));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleIn(home).toFile()));
        builder.environment().putAll(environment);
        return new Platform(builder.start(), home, port, environment.get("SPRING_DATASOURCE_URL"));
    }

    /** The usual command: 512 MB of heap for everything. */
    static List<String> packed(Path jar, String... options) {
        List<String> command = new ArrayList<>(List.of(javaProgram(), "-Xmx512m", "-XX:+UseParallelGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits for the first answer after the start. */
    Platform awaitAnswer() throws IOException {
        long end = begin + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (var http = connect().patience(Duration.ofSeconds(5))) {
                if (http.get("/actuator/health/readiness", "").status() == 200) {
                    startTime = Duration.ofNanos(System.nanoTime() - begin);
                    return this;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        close();
        throw new IOException("the platform did not start; see " + consoleIn(home));
    }

    private static Path consoleIn(Path home) {
        return home.resolve("console.log");
    }

    /** What the process has written so far. */
    String console() throws IOException {
        return Files.readString(consoleIn(home));
    }

    Process process() {
        return process;
    }

    /**
     * Ends the process at once, as a power cut would; its PostgreSQL outlives it.
     *
     * @throws IOException when it ended by itself, or was let end in its own way
     */
    void kill() throws IOException, InterruptedException {
        int exit = process.destroyForcibly().waitFor();
        if (exit != KILLED) {
            throw new IOException("the platform was to be killed, and ended with " + exit);
        }
    }

    Path home() {
        return home;
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first answered request. */
    Duration startTime() {
        return startTime;
    }

    LeanHttp connect() throws IOException {
        return new LeanHttp(port);
    }

    /** Sends one request after the other on a connection of its own, and fails when one is answered otherwise than expected. */
    Load.Worker sender(String path, String type, int expected, Supplier<byte[]> body, int items) throws IOException {
        LeanHttp http = connect();
        return new Load.Worker() {
            @Override
            public int step() throws IOException {
                LeanHttp.Answer answer = http.post(path, type, body.get());
                if (answer.status() != expected) {
                    throw new IOException("answered " + answer.status() + ": " + answer.text());
                }
                return items;
            }

            @Override
            public void close() throws IOException {
                http.close();
            }
        };
    }

    /** A connection to the platform's own database, past the platform. */
    Connection database() throws IOException, SQLException {
        if (databaseUrl != null) {
            return DriverManager.getConnection(databaseUrl);
        }
        Login owner = EmbeddedDatabase.running(home).orElseThrow(() -> new IOException("no database runs in " + home));
        return DriverManager.getConnection(owner.url() + "?reWriteBatchedInserts=true", owner.user(), owner.password());
    }

    /** The first process of the embedded PostgreSQL, while it runs. */
    Optional<ProcessHandle> postmaster() throws IOException {
        return Postmaster.on(home.resolve("postgres"));
    }

    /** How many events each processor has handled on this node since its start. */
    Map<String, Double> handled() throws IOException {
        Map<String, Double> handled = new HashMap<>();
        try (LeanHttp http = connect()) {
            Matcher meter = HANDLED.matcher(http.get("/actuator/prometheus", "").text());
            while (meter.find()) {
                handled.put(meter.group(1), Double.parseDouble(meter.group(2)));
            }
        }
        return handled;
    }

    /** Gives the process a signal, such as {@code STOP} and {@code CONT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits until everything that concerns feedback has been done: inbox, figures, cases opened. */
    void awaitProjections() throws IOException, SQLException {
        awaitNothingBehind("""
                select coalesce(max(head.position - place.position), 0)
                  from event_store.processor_place place,
                       (select coalesce(max(global_index), 0) as position from event_store.domain_event
                         where payload_type = 'feedback.FeedbackReceived') head
                 where place.processor in ('feedback.inbox', 'insight.figures', 'action-plan.open-cases')""");
        long head = position("select coalesce(max(global_index), 0) from event_store.domain_event");
        awaitNothingBehind("""
                select coalesce(max(%d - position), 0) from event_store.processor_place where processor = 'action-plan.cases'
                """.formatted(head));
    }

    /** Waits until no processor has anything to do, whatever others recorded meanwhile, and nothing is being vacuumed. */
    void awaitEverything() throws IOException, SQLException {
        awaitNothingBehind("""
                select coalesce(max(head.position - place.position), 0) from event_store.processor_place place,
                       (select coalesce(max(global_index), 0) as position from event_store.domain_event) head""");
        awaitNothingBehind("select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'");
    }

    private void awaitNothingBehind(String question) throws IOException, SQLException {
        long end = System.nanoTime() + Duration.ofMinutes(30).toNanos();
        while (position(question) > 0) {
            if (System.nanoTime() > end) {
                throw new IOException("the projections do not catch up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private long position(String question) throws IOException, SQLException {
        try (Connection database = database();
                var asked = database.createStatement();
                var row = asked.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the platform did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
