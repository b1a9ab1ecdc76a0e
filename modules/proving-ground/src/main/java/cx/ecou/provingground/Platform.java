package cx.ecou.provingground;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packed platform in a process of its own, with its embedded PostgreSQL in its own folder. */
final class Platform implements AutoCloseable {

    static final String KEY = "proving-ground-0123456789-abcdefghijklmnop";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path home;
    private final int port;
    private final Duration startTime;

    private Platform(Process process, Path home, int port, Duration startTime) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.startTime = startTime;
    }

    /**
     * Starts the platform and waits for its first answer.
     *
     * @param command how the program is run, from {@code java} on
     * @param home its folder, new or of an earlier start
     */
    static Platform start(List<String> command, Path home) throws IOException {
        Files.createDirectories(home);
        int port = freePort();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("console.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "ECOU_HOME",
                        home.toString(),
                        "SERVER_PORT",
                        String.valueOf(port),
                        "ECOU_ADMIN_EMAIL",
                        "admin@example.org",
                        "ECOU_ADMIN_PASSWORD",
                        "proving-ground-is-not-secret-7",
                        "ECOU_API_KEY",
                        KEY));
        long begin = System.nanoTime();
        Process process = builder.start();
        awaitAnswer(process, port, home);
        return new Platform(process, home, port, Duration.ofNanos(System.nanoTime() - begin));
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

    private static void awaitAnswer(Process process, int port, Path home) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                break;
            }
            try (var http = new LeanHttp(port)) {
                if (http.get("/actuator/health/readiness", "").status() == 200) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        process.destroyForcibly();
        throw new IOException("the platform did not start; see " + home.resolve("console.log"));
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

    /** A connection to the platform's own database, past the platform. */
    Connection database() throws IOException, SQLException {
        List<String> lines = Files.readAllLines(home.resolve("postgres").resolve("postmaster.pid"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:"
                + lines.get(3).strip() + "/postgres?user=postgres" + "&reWriteBatchedInserts=true");
    }

    /** Waits until everything that concerns feedback has been done: inbox, figures, cases opened. */
    void awaitProjections() throws IOException, SQLException {
        try (Connection database = database();
                var question = database.prepareStatement("""
                        select coalesce(max(head.position - place.position), 0)
                          from event_store.processor_place place,
                               (select coalesce(max(global_index), 0) as position from event_store.domain_event
                                 where payload_type = 'feedback.FeedbackReceived') head
                         where place.processor in ('feedback.inbox', 'insight.figures', 'action-plan.open-cases')""")) {
            long end = System.nanoTime() + Duration.ofMinutes(30).toNanos();
            while (System.nanoTime() < end) {
                try (var row = question.executeQuery()) {
                    row.next();
                    if (row.getLong(1) <= 0) {
                        return;
                    }
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IOException("the projections do not catch up");
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
