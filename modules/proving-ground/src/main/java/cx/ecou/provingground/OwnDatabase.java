package cx.ecou.provingground;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A PostgreSQL of its own, as an operator has one: durable, for several nodes, and it may crash. */
final class OwnDatabase implements AutoCloseable {

    /** Of thirty-two bytes, and not a secret. */
    static final String WRAPPING_KEY = "cHJvdmluZyBncm91bmQgcHJvdmluZyBncm91bmQgISE=";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres postgres;

    private OwnDatabase(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.postgres = start(folder, port);
    }

    static OwnDatabase startIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new OwnDatabase(folder.toAbsolutePath(), Platform.freePort());
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** The environment of a node that works on this database. */
    Map<String, String> settings(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put("SPRING_DATASOURCE_URL", url());
        settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
        settings.put("ECOU_PRIVACY_WRAPPING_KEY", WRAPPING_KEY);
        return settings;
    }

    /**
     * Ends it without any preparation, and waits for all its processes: as long as one is there it cannot be started again.
     *
     * @param signal {@code QUIT} as {@code pg_ctl -m immediate} gives it, or {@code KILL}
     */
    void crash(String signal) throws IOException, InterruptedException {
        ProcessHandle postmaster = Postmaster.on(folder.resolve("data")).orElseThrow();
        CompletableFuture<?>[] exits = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        new ProcessBuilder("kill", "-" + signal, String.valueOf(postmaster.pid()))
                .start()
                .waitFor();
        try {
            CompletableFuture.allOf(exits).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL does not end", e);
        }
        postgres.close();
    }

    void startAgain() throws IOException {
        postgres = start(folder, port);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
