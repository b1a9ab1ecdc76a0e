package cx.ecou.eventstore.backup;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a database back from its backup into an empty folder, as it was at a moment. */
public final class Restore {

    private static final String SETTINGS = "postgresql.auto.conf";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private final BackupFolder backups;
    private final Path data;
    private final Path unfinished;
    private final Path home;

    private Restore(Path folder, Path home) {
        this.backups = new BackupFolder(folder.toAbsolutePath().normalize());
        this.home = home.toAbsolutePath().normalize();
        this.data = this.home.resolve("postgres");
        this.unfinished = this.home.resolve("postgres-unfinished");
    }

    /**
     * Restores a database and starts it.
     *
     * @param folder of the backups
     * @param home Ecou's folder, without a database
     * @param until the moment; null for the last that the backup holds
     * @return the running database
     * @throws FolderNotUsable when the backup does not hold that moment, or there is a database already
     */
    public static EmbeddedDatabase restore(Path folder, Path home, @Nullable Instant until) throws IOException {
        return new Restore(folder, home).to(until);
    }

    private EmbeddedDatabase to(@Nullable Instant until) throws IOException {
        if (Files.exists(data)) {
            throw new FolderNotUsable("There is a database in the folder " + home
                    + " already: set ECOU_HOME to a new one, or move the old one away.");
        }
        BackupFolder.Base base = base(until);
        copy(base, wal(base, until != null), until);
        EmbeddedDatabase restored = EmbeddedDatabase.startIn(home);
        Files.copy(base.files().resolve(SETTINGS), data.resolve(SETTINGS), StandardCopyOption.REPLACE_EXISTING);
        return restored;
    }

    /** All of it or nothing: what is not complete would start, too, and lack the rest without a word. */
    private void copy(BackupFolder.Base base, List<String> wal, @Nullable Instant until) throws IOException {
        Files.createDirectories(home);
        FileTree.delete(unfinished);
        FileTree.copy(base.files(), unfinished, Set.of(), file -> true);
        copyWal(wal);
        Files.writeString(unfinished.resolve(SETTINGS), recovery(until), StandardOpenOption.APPEND);
        Files.createFile(unfinished.resolve("recovery.signal"));
        Files.copy(
                base.password(),
                home.resolve("database-password"),
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private BackupFolder.Base base(@Nullable Instant until) throws IOException {
        List<BackupFolder.Base> bases = Files.isDirectory(backups.path()) ? backups.bases() : List.of();
        if (bases.isEmpty()) {
            throw new FolderNotUsable("There is no backup in the folder " + backups.path() + ".");
        }
        BackupFolder.Base newest = bases.get(bases.size() - 1);
        if (until == null) {
            return newest;
        }
        Instant reach = backups.until().orElse(newest.completeAt());
        if (!until.isBefore(reach)) {
            throw new FolderNotUsable("The backup reaches only until " + reach
                    + ": give an earlier moment, or leave --until out to restore all of it.");
        }
        return bases.stream()
                .filter(base -> base.completeAt().isBefore(until))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new FolderNotUsable(
                        "The backup begins at " + bases.get(0).completeAt() + ": give a later moment."));
    }

    /** What was written after the copy and is here: the names of files that follow each other without a gap. */
    private List<String> wal(BackupFolder.Base base, boolean all) throws IOException {
        List<String> own = WalFiles.in(base.files().resolve("pg_wal"));
        List<String> found = new ArrayList<>();
        String name = WalFiles.after(own.get(own.size() - 1));
        for (; Files.exists(backups.wal().resolve(name)); name = WalFiles.after(name)) {
            found.add(name);
        }
        String growing = name + WalFiles.PARTIAL;
        if (Files.exists(backups.wal().resolve(growing))) {
            found.add(growing);
        }
        if (all && (found.isEmpty() || WalFiles.anyBehind(growing, backups.wal()))) {
            throw new FolderNotUsable("The backup of " + base.completeAt()
                    + " lacks a part of what was written after it: leave --until out to restore the newest one.");
        }
        return found;
    }

    /** PostgreSQL looks for them in its own folder. */
    private void copyWal(List<String> names) throws IOException {
        Path wal = unfinished.resolve("pg_wal");
        long length = Files.size(wal.resolve(WalFiles.in(wal).get(0)));
        for (String name : names) {
            Path copied = wal.resolve(name.replace(WalFiles.PARTIAL, ""));
            Files.copy(backups.wal().resolve(name), copied);
            WalFiles.lengthen(copied, length);
        }
    }

    /**
     * PostgreSQL reads this before it knows the names of time zones, also "Z": so the offset is a number. Whatever is asked
     * for from elsewhere is not there: all that there is lies in the folder already. */
    private static String recovery(@Nullable Instant until) {
        return "restore_command = 'false'\nrecovery_target_timeline = 'current'\nrecovery_target_action = 'promote'\n"
                + Optional.ofNullable(until)
                        .map(moment -> "recovery_target_time = '" + MOMENT.format(moment) + "'\n")
                        .orElse("");
    }
}
