package cx.ecou.eventstore.backup;

import cx.ecou.eventstore.postgres.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what the embedded database writes into the folder of its backups, every few seconds: after the machine is lost, any
 * moment since the oldest copy of its files can be restored, up to the last few seconds.
 *
 * <p>Every time it first commits something that changes nothing. So there is a commit behind each moment that the copies
 * reach, without which PostgreSQL would not know that it has got there.
 */
public final class WalCopy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private static final int EVERY_SECONDS = 5;

    private static final String MARK = "select clock_timestamp() from pg_logical_emit_message(true, 'ecou', '')";

    private static final String FLUSHED = """
            select pg_walfile_name(lsn), (pg_walfile_name_offset(lsn)).file_offset, current_setting('data_directory'),
              pg_size_bytes(current_setting('wal_segment_size'))
              from pg_current_wal_flush_lsn() lsn""";

    private final Login owner;
    private final BackupFolder folder;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        var made = new Thread(run, "ecou-backup");
        made.setDaemon(true);
        return made;
    });
    private @Nullable String growing;
    private long copied;
    private boolean failing;

    private WalCopy(Login owner, BackupFolder folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /**
     * Begins to copy.
     *
     * @throws cx.ecou.eventstore.FolderNotUsable when the folder belongs to another database
     * @throws IOException when it cannot be written
     */
    public static WalCopy start(Login owner, Path folder) throws IOException {
        try {
            var copy = new WalCopy(owner, BackupFolder.of(folder, owner));
            copy.thread.scheduleWithFixedDelay(copy::copyOrSay, 0, EVERY_SECONDS, TimeUnit.SECONDS);
            return copy;
        } catch (SQLException e) {
            throw new IOException("the database does not say what it has written", e);
        }
    }

    private void copyOrSay() {
        try {
            copy();
            if (failing) {
                log.info("The backup in {} is up to date again.", folder.path());
            }
            failing = false;
        } catch (IOException | SQLException | RuntimeException e) {
            if (!failing) {
                log.error(
                        "The backup in {} does not get what is written ({}): see that the folder can be written.",
                        folder.path(),
                        e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    /** Copies what was written up to now. */
    synchronized void copy() throws IOException, SQLException {
        try (Connection connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            Instant mark = mark(statement.executeQuery(MARK));
            try (ResultSet flushed = statement.executeQuery(FLUSHED)) {
                flushed.next();
                Path source = Path.of(flushed.getString(3), "pg_wal");
                copyTo(flushed.getString(1), flushed.getLong(2), source, flushed.getLong(4));
            }
            folder.reachesUntil(mark);
        }
    }

    private static Instant mark(ResultSet row) throws SQLException {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }

    private void copyTo(String newest, long length, Path source, long fileLength) throws IOException {
        String file = growing == null ? firstOf(newest, source) : growing;
        while (!file.equals(newest)) {
            grow(file, source, fileLength);
            Files.move(partial(file), folder.wal().resolve(file), StandardCopyOption.ATOMIC_MOVE);
            file = WalFiles.after(file);
            copied = 0;
        }
        grow(file, source, length);
    }

    private void grow(String file, Path source, long length) throws IOException {
        growing = null; // whatever fails, what is here is looked at anew
        if (length > copied) {
            WalFiles.copy(source.resolve(file), partial(file), copied, length);
            copied = length;
        }
        growing = file;
    }

    /** Goes on with what is here already, unless PostgreSQL has thrown away what comes next. */
    private String firstOf(String newest, Path source) throws IOException {
        copied = 0;
        Optional<String> next = WalFiles.nextIn(folder.wal());
        if (next.isEmpty() || Files.exists(source.resolve(next.get()))) {
            return next.orElse(newest);
        }
        log.error(
                "The backup in {} lacks what was written since {}: take a new one with the command backup.",
                folder.path(),
                folder.until().map(Instant::toString).orElse("its beginning"));
        return newest;
    }

    private Path partial(String name) {
        return folder.wal().resolve(name + WalFiles.PARTIAL);
    }

    /** Copies the last of it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        copyOrSay();
    }
}
