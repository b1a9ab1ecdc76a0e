package cx.ecou.eventstore.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL inside Ecou's own folder, for a company that wants to start with one command. It is as durable as a
 * separate one: the library's quick settings for tests (no fsync, no synchronous commit) are turned back.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_TO_RESTORE = Duration.ofMinutes(5);
    private static final int LOOK_MILLIS = 50;

    private final FolderLock lock;
    private final EmbeddedPostgres postgres;
    private final Login owner;
    private final Login application;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres postgres, Login owner, Login application) {
        this.lock = lock;
        this.postgres = postgres;
        this.owner = owner;
        this.application = application;
    }

    /**
     * Starts the database that lives in a folder, or makes one there.
     *
     * @param home Ecou's folder; the data lies in its folder {@code postgres}
     * @throws cx.ecou.eventstore.FolderNotUsable when the folder cannot be written, or another Ecou works in it
     * @throws IOException when PostgreSQL does not start
     */
    public static EmbeddedDatabase startIn(Path home) throws IOException {
        FolderLock lock = FolderLock.on(home);
        try {
            return start(home, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        } catch (SQLException e) {
            lock.close();
            throw new IOException("the roles of the embedded PostgreSQL cannot be set up", e);
        }
    }

    private static EmbeddedDatabase start(Path home, FolderLock lock) throws IOException, SQLException {
        Path data = data(home);
        // One that outlived its Ecou (killed, crashed): the lock says that nobody uses it any more.
        Optional<ServerProcess> orphan = ServerProcess.on(data);
        if (orphan.isPresent()) {
            orphan.get().stop();
        }
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
            awaitRecovery(owner);
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

    /** A database that is being restored can be read before it can be written. */
    private static void awaitRecovery(Login owner) {
        JdbcClient database = JdbcClient.create(owner.dataSource());
        while (database.sql("select pg_is_in_recovery()").query(Boolean.class).single()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    /**
     * How the owner gets into the database of a folder in which an Ecou runs now.
     *
     * @return nothing when none runs there
     */
    public static Optional<Login> running(Path home) throws IOException {
        PasswordFile password = PasswordFile.in(home);
        Optional<ServerProcess> server = ServerProcess.on(data(home));
        return server.isPresent() && password.exists()
                ? Optional.of(new Login(url(server.get().port()), Admission.OWNER, password.read()))
                : Optional.empty();
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
                .setPGStartupWait(Files.exists(data.resolve("recovery.signal")) ? PATIENCE_TO_RESTORE : PATIENCE)
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
                // Processors look up a few thousand keys at a time: by the index, and not by reading the whole table.
                .setServerConfig("random_page_cost", "1.1")
                // Long enough for a running backup to fetch it.
                .setServerConfig("wal_keep_size", "512MB")
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
        try (lock) {
            postgres.close();
        }
    }
}
