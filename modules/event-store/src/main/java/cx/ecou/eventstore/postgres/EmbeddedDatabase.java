package cx.ecou.eventstore.postgres;

import cx.ecou.eventstore.FolderNotUsable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
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

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;

    private final FileLock lock;
    private final EmbeddedPostgres postgres;
    private final Login owner;
    private final Login application;

    private EmbeddedDatabase(FileLock lock, EmbeddedPostgres postgres, Login owner, Login application) {
        this.lock = lock;
        this.postgres = postgres;
        this.owner = owner;
        this.application = application;
    }

    /**
     * Starts the database that lives in a folder, or makes one there.
     *
     * @param home Ecou's folder; the data lies in its folder {@code postgres}
     * @throws FolderNotUsable when the folder cannot be written, or another Ecou works in it
     * @throws IOException when PostgreSQL does not start
     */
    public static EmbeddedDatabase startIn(Path home) throws IOException {
        FileLock lock = lock(home);
        try {
            return start(home, lock);
        } catch (IOException | RuntimeException e) {
            lock.acquiredBy().close();
            throw e;
        } catch (SQLException e) {
            lock.acquiredBy().close();
            throw new IOException("the roles of the embedded PostgreSQL cannot be set up", e);
        }
    }

    private static EmbeddedDatabase start(Path home, FileLock lock) throws IOException, SQLException {
        Path data = data(home);
        stopOrphan(data.resolve("postmaster.pid"));
        PasswordFile file = PasswordFile.in(home);
        boolean isNew = !Files.exists(data.resolve("postgresql.conf"));
        boolean trusting = !isNew && !file.exists();
        if (!file.exists() && isNew) {
            file.write(PasswordFile.made());
        }
        String password = trusting ? PasswordFile.made() : file.read();
        EmbeddedPostgres postgres = start(data, file, password, trusting);
        try {
            Login owner = new Login(url(postgres.getPort()), Admission.OWNER, password);
            if (trusting) {
                Admission.giveOwner(password, owner, file, data);
            }
            Login application = new Login(owner.url(), Admission.APPLICATION, PasswordFile.made());
            Admission.giveApplication(application.password(), owner);
            return new EmbeddedDatabase(lock, postgres, owner, application);
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /**
     * How the owner gets into the database of a folder in which an Ecou runs now.
     *
     * @return nothing when none runs there
     */
    public static Optional<Login> running(Path home) throws IOException {
        Path pidFile = data(home).resolve("postmaster.pid");
        PasswordFile password = PasswordFile.in(home);
        if (!Files.exists(pidFile) || !password.exists()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() <= PORT_LINE || server(lines).isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(
                        url(Integer.parseInt(lines.get(PORT_LINE).strip())), Admission.OWNER, password.read()));
    }

    /** Whether there is a database in a folder, running or not. */
    public static boolean existsIn(Path home) {
        return Files.exists(data(home).resolve("postgresql.conf"));
    }

    private static Path data(Path home) {
        return home.resolve("postgres").toAbsolutePath();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static EmbeddedPostgres start(Path data, PasswordFile file, String password, boolean trusting)
            throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(
                        data.resolveSibling("postgres-program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // What the library calls locale are options of initdb; a later one counts.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", file.path().toString())
                .setDataDirectoryCustomizer(folder -> admit(data, trusting))
                .setConnectConfig("password", password)
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

    private static void admit(Path data, boolean trusting) {
        try {
            if (trusting) {
                Admission.openTo(data);
            } else {
                Admission.closeTo(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path home) throws IOException {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(home.resolve("ecou.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = free(channel);
            if (lock == null) {
                channel.close();
                throw new FolderNotUsable("Another Ecou works in the folder " + home.toAbsolutePath()
                        + ". Stop it, or set ECOU_HOME to a folder of its own.");
            }
            return lock;
        } catch (IOException e) {
            throw new FolderNotUsable("The folder " + home.toAbsolutePath()
                    + " cannot be written. Set ECOU_HOME to a folder that Ecou may write to.");
        }
    }

    private static @Nullable FileLock free(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // the other one runs in this very process
        }
    }

    /** A PostgreSQL that outlived its Ecou (killed, crashed) is stopped: the lock says that nobody uses it any more. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = server(Files.readAllLines(pidFile));
        if (orphan.isPresent()) {
            orphan.get().destroy();
            end(orphan.get());
        }
    }

    private static Optional<ProcessHandle> server(List<String> pidLines) {
        return pidLines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pidLines.get(0).strip())).filter(EmbeddedDatabase::isPostgres);
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

    /** The role that owns the event table and may do everything: for migrations, backup and operators. */
    public Login owner() {
        return owner;
    }

    /** The role as which the application works: it may add events and never change one. */
    public Login application() {
        return application;
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
