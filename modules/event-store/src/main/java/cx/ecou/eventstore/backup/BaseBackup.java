package cx.ecou.eventstore.backup;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.postgres.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies the files of the embedded database while it runs, and what it wrote during that time: enough to restore it as it was
 * when the copy was complete. PostgreSQL's own tool for this does not come along with the embedded binaries.
 */
public final class BaseBackup {

    /** What PostgreSQL makes anew at a start, or what belongs to the running server alone. */
    private static final Set<Path> EMPTY = Stream.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans")
            .map(Path::of)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> FILES_NOT_WANTED = Set.of(
            "postmaster.pid", "postmaster.opts", "epg-lock", "backup_label", "tablespace_map", "pg_internal.init");

    /** Held until it is done or its connection ends; two would write into one folder. */
    static final String ALONE = "select pg_try_advisory_lock(" + 0x4261636BL + ")"; // "Back" in ASCII

    private BaseBackup() {}

    /**
     * Takes a backup; the database goes on working meanwhile.
     *
     * @param home Ecou's folder
     * @param folder of the backups of this database, new or used before
     * @return when it was complete: the earliest moment that can be restored from it
     * @throws FolderNotUsable when the folder belongs to another database, or a backup is being taken already
     */
    public static Instant take(Login owner, Path home, Path folder) throws IOException {
        try (Connection connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            if (!"t".equals(text(statement, ALONE))) {
                throw new FolderNotUsable("A backup of this database is being taken already: wait for its end.");
            }
            Instant completeAt = take(statement, BackupFolder.of(folder, owner), home.resolve("database-password"));
            statement.execute("select pg_advisory_unlock_all()");
            return completeAt;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not let itself be copied (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private static Instant take(Statement statement, BackupFolder backups, Path password)
            throws IOException, SQLException {
        Path unfinished = backups.unfinished();
        FileTree.delete(unfinished);
        Files.createDirectories(unfinished);
        var copy = new BackupFolder.Base(unfinished, Instant.MIN);
        Instant completeAt = copy(statement, copy);
        Files.copy(password, copy.password(), StandardCopyOption.COPY_ATTRIBUTES);
        return backups.finish(unfinished, completeAt).completeAt();
    }

    private static Instant copy(Statement statement, BackupFolder.Base copy) throws IOException, SQLException {
        Path data = Path.of(text(statement, "select current_setting('data_directory')"))
                .toRealPath();
        // As long as this connection is open PostgreSQL keeps what it writes from now on.
        text(statement, "select pg_create_physical_replication_slot('ecou_backup_' || pg_backend_pid(), true, true)");
        String first = text(statement, "select pg_walfile_name(pg_backup_start('ecou', true))");
        FileTree.copy(data, copy.files(), EMPTY, BaseBackup::isWanted);
        try (ResultSet stopped = statement.executeQuery("""
                select pg_walfile_name(lsn), labelfile, spcmapfile, clock_timestamp() from pg_backup_stop(false)""")) {
            stopped.next();
            write(copy.files().resolve("backup_label"), stopped.getString(2));
            if (!stopped.getString(3).isBlank()) {
                write(copy.files().resolve("tablespace_map"), stopped.getString(3));
            }
            String last = stopped.getString(1);
            FileTree.copy(
                    data.resolve("pg_wal"),
                    copy.files().resolve("pg_wal"),
                    Set.of(),
                    file -> isBetween(file.toString(), first, last));
            Instant stoppedAt = stopped.getObject(4, OffsetDateTime.class).toInstant();
            return stoppedAt.plusMillis(1).truncatedTo(ChronoUnit.MILLIS); // its folder's name says no more
        }
    }

    private static boolean isBetween(String name, String first, String last) {
        return name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }

    private static boolean isWanted(Path file) {
        String name = file.getFileName().toString();
        return !FILES_NOT_WANTED.contains(name) && !file.toString().contains("pgsql_tmp");
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }
}
