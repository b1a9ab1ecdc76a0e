package cx.ecou.eventstore.backup;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.postgres.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one database's backups.
 *
 * <pre>
 * database                  which database, and which of its time lines
 * base-20261122T151500.123Z/   the files as they were at that moment: data/, and the password of its owner
 * wal/                      what was written since, file by file; the newest one is still growing
 * wal/until                 up to which moment that reaches
 * </pre>
 */
record BackupFolder(Path path) {

    static final String BASE = "base-";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A copy of the database's files, complete at a moment. */
    record Base(Path path, Instant completeAt) {

        Path files() {
            return path.resolve("data");
        }

        Path password() {
            return path.resolve("database-password");
        }
    }

    /** The folder, made if need be, if it belongs to this database or to none. */
    static BackupFolder of(Path path, Login owner) throws IOException, SQLException {
        var folder = new BackupFolder(path.toAbsolutePath().normalize());
        String database = identify(owner);
        makePrivate(folder.path);
        Path mark = folder.path.resolve("database");
        if (!Files.exists(mark)) {
            folder.refuseIfUsed();
            Files.writeString(mark, database);
        } else if (!Files.readString(mark).equals(database)) {
            throw new FolderNotUsable("The folder " + folder.path
                    + " holds the backup of another database, or of the time before a restore: use an empty folder.");
        }
        makePrivate(folder.wal());
        return folder;
    }

    private void refuseIfUsed() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new FolderNotUsable("The folder " + path + " holds other files: use an empty one for backups.");
            }
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static String identify(Login owner) throws SQLException {
        try (Connection connection = owner.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select system_identifier || ' '"
                        + " || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) from pg_control_system()")) {
            row.next();
            return row.getString(1) + "\n";
        }
    }

    Path wal() {
        return path.resolve("wal");
    }

    /** Where a copy is made until it is complete. */
    Path unfinished() {
        return path.resolve("unfinished");
    }

    Base finish(Path unfinished, Instant completeAt) throws IOException {
        Path base = path.resolve(BASE + NAME.format(completeAt));
        Files.move(unfinished, base, StandardCopyOption.ATOMIC_MOVE);
        return new Base(base, completeAt);
    }

    /** All complete copies, oldest first. */
    List<Base> bases() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(BASE))
                    .sorted()
                    .map(file -> new Base(
                            file, NAME.parse(file.getFileName().toString().substring(BASE.length()), Instant::from)))
                    .toList();
        }
    }

    /** Up to which moment everything that was written is here; nothing when only copies are. */
    Optional<Instant> until() throws IOException {
        Path until = wal().resolve("until");
        try {
            return Files.exists(until)
                    ? Optional.of(Instant.parse(Files.readString(until).strip()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            throw new FolderNotUsable("The file " + until + " holds no moment: the backup is damaged.");
        }
    }

    void reachesUntil(Instant moment) throws IOException {
        Path written = wal().resolve("until.new");
        Files.writeString(written, moment + "\n", StandardCharsets.UTF_8);
        Files.move(written, wal().resolve("until"), StandardCopyOption.ATOMIC_MOVE);
    }
}
