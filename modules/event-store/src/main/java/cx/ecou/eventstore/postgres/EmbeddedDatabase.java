package cx.ecou.eventstore.postgres;

import cx.ecou.eventstore.FolderNotUsable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL inside Ecou's own folder, for a company that wants to start with one command. It is as durable as a
 * separate one: the library's quick settings for tests (no fsync, no synchronous commit) are turned back.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(FileLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts the database that lives in a folder, or makes one there.
     *
     * @param home Ecou's folder; the data lies in its folder {@code postgres}
     * @throws FolderNotUsable when the folder cannot be written, or another Ecou works in it
     * @throws IOException when PostgreSQL does not start
     */
    public static EmbeddedDatabase startIn(Path home) throws IOException {
        Path data = home.resolve("postgres").toAbsolutePath();
        FileLock lock = lock(home);
        try {
            stopOrphan(data.resolve("postmaster.pid"));
            return new EmbeddedDatabase(lock, start(data));
        } catch (IOException | RuntimeException e) {
            lock.acquiredBy().close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(
                        data.resolveSibling("postgres-program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    private static FileLock lock(Path home) throws IOException {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(home.resolve("ecou.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new FolderNotUsable("Another Ecou works in the folder " + home.toAbsolutePath()
                        + ". Stop it, or set ECOU_HOME to a folder of its own.");
            }
            return lock;
        } catch (FolderNotUsable e) {
            throw e;
        } catch (IOException e) {
            throw new FolderNotUsable("The folder " + home.toAbsolutePath()
                    + " cannot be written. Set ECOU_HOME to a folder that Ecou may write to.");
        }
    }

    /** A PostgreSQL that outlived its Ecou (killed, crashed) is stopped: the lock says that nobody uses it any more. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            orphan.get().destroy();
            end(orphan.get());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static void end(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the PostgreSQL left behind by an earlier start does not stop", e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    public String user() {
        return USER;
    }

    @Override
    public void close() throws IOException {
        try (FileChannel held = channel()) {
            postgres.close();
        }
    }

    private @Nullable FileChannel channel() {
        return lock.channel();
    }
}
