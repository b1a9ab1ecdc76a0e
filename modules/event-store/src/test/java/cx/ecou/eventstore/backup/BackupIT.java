package cx.ecou.eventstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.postgres.EmbeddedDatabase;
import cx.ecou.eventstore.postgres.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups of a database that keeps words in the order in which they were written. */
class BackupIT {

    @TempDir
    static Path home = Path.of("");

    @Nullable
    private static EmbeddedDatabase running;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        running = EmbeddedDatabase.startIn(home);
    }

    @AfterAll
    static void stop() throws IOException {
        database().close();
    }

    @BeforeEach
    void no_words() {
        JdbcClient client = JdbcClient.create(owner().dataSource());
        client.sql("drop table if exists word").update();
        client.sql("create table word (number bigint generated always as identity, text text)")
                .update();
    }

    @Test
    void a_copy_alone_brings_back_what_was_there_when_it_was_complete() throws IOException {
        write("before");
        Instant completeAt = BaseBackup.take(owner(), home, backups());
        write("after");

        try (EmbeddedDatabase restored = Restore.restore(backups(), folder.resolve("restored"), null)) {
            assertThat(words(restored.owner())).containsExactly("before");
            assertThat(EmbeddedDatabase.running(folder.resolve("restored"))).contains(restored.owner());
        }
        assertThatThrownBy(() -> Restore.restore(backups(), folder.resolve("late"), completeAt))
                .isInstanceOf(FolderNotUsable.class)
                .hasMessage("The backup reaches only until " + completeAt
                        + ": give an earlier moment, or leave --until out to restore all of it.");
    }

    @Test
    void what_was_written_after_the_copy_comes_back_up_to_the_moment_that_is_asked_for() throws Exception {
        try (WalCopy copying = WalCopy.start(owner(), backups())) {
            BaseBackup.take(owner(), home, backups());
            write("first");
            nextFile();
            write("second");
            Instant moment = now();
            write("third");
            copying.copy();
            write("fourth");
            copying.copy();

            try (EmbeddedDatabase then = Restore.restore(backups(), folder.resolve("then"), moment)) {
                assertThat(words(then.owner())).containsExactly("first", "second");
            }
        }
        try (EmbeddedDatabase last = Restore.restore(backups(), folder.resolve("last"), null)) {
            assertThat(words(last.owner())).containsExactly("first", "second", "third", "fourth");
            assertThatThrownBy(() -> WalCopy.start(last.owner(), backups()))
                    .isInstanceOf(FolderNotUsable.class)
                    .hasMessageContaining("or of the time before a restore");
        }
    }

    @Test
    void a_copy_goes_on_where_an_earlier_start_of_ecou_left_off() throws Exception {
        WalCopy.start(owner(), backups()).close();
        BaseBackup.take(owner(), home, backups());
        write("while nobody copied");
        nextFile();
        WalCopy.start(owner(), backups()).close();

        try (EmbeddedDatabase restored = Restore.restore(backups(), folder.resolve("restored"), null)) {
            assertThat(words(restored.owner())).containsExactly("while nobody copied");
        }
    }

    @Test
    void a_gap_in_what_was_written_is_not_stepped_over() throws Exception {
        BaseBackup.take(owner(), home, backups());
        Instant moment;
        try (WalCopy copying = WalCopy.start(owner(), backups())) {
            write("first");
            nextFile();
            copying.copy();
            nextFile();
            write("second");
            moment = now();
            copying.copy();
        }
        List<String> files = WalFiles.in(backups().resolve("wal"));
        Path last = backups().resolve("wal").resolve(files.get(files.size() - 1));

        Path neverComplete = Files.move(last, Path.of(last + WalFiles.PARTIAL));
        assertLacksAPart(moment);
        Files.delete(neverComplete);
        assertLacksAPart(moment);
    }

    @Test
    void a_moment_between_two_copies_needs_what_was_written_between_them() throws IOException {
        Instant between = BaseBackup.take(owner(), home, backups()).plusMillis(1);
        BaseBackup.take(owner(), home, backups());

        assertLacksAPart(between);
    }

    private void assertLacksAPart(Instant moment) {
        assertThatThrownBy(() -> Restore.restore(backups(), folder.resolve("then"), moment))
                .isInstanceOf(FolderNotUsable.class)
                .hasMessageContaining("lacks a part of what was written after it");
        assertThat(folder.resolve("then")).doesNotExist();
    }

    @Test
    void a_restore_that_breaks_off_leaves_no_database_and_can_be_tried_again() throws IOException {
        write("before");
        BaseBackup.take(owner(), home, backups());
        Path password = new BackupFolder(backups()).bases().get(0).password();
        Path aside = Files.move(password, folder.resolve("aside"));
        Path restored = folder.resolve("restored");

        assertThatThrownBy(() -> Restore.restore(backups(), restored, null)).isInstanceOf(IOException.class);
        assertThat(EmbeddedDatabase.existsIn(restored)).isFalse();

        Files.move(aside, password);
        Files.writeString(restored.resolve("database-password"), "of a database that was moved away");
        try (EmbeddedDatabase whole = Restore.restore(backups(), restored, null)) {
            assertThat(words(whole.owner())).containsExactly("before");
        }
        assertThat(restored.resolve("postgres-unfinished")).doesNotExist();
    }

    @Test
    void of_one_database_one_backup_is_taken_at_a_time() throws Exception {
        try (Connection other = owner().dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute(BaseBackup.ALONE);

            assertThatThrownBy(() -> BaseBackup.take(owner(), home, backups()))
                    .isInstanceOf(FolderNotUsable.class)
                    .hasMessage("A backup of this database is being taken already: wait for its end.");
            statement.execute("select pg_advisory_unlock_all()");
            assertThat(BaseBackup.take(owner(), home, backups())).isBefore(now().plusMillis(1));
            assertThat(BaseBackup.take(owner(), home, backups())).isBefore(now().plusMillis(1));
        }
    }

    @Test
    void a_folder_belongs_to_one_database_and_to_nothing_else() throws IOException {
        Path used = Files.createDirectory(folder.resolve("used"));
        Files.writeString(used.resolve("letter.txt"), "Dear …");
        assertThatThrownBy(() -> BaseBackup.take(owner(), home, used))
                .isInstanceOf(FolderNotUsable.class)
                .hasMessage("The folder " + used + " holds other files: use an empty one for backups.");

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("database"), "7000000000000000000 00000001\n");
        assertThatThrownBy(() -> BaseBackup.take(owner(), home, other))
                .isInstanceOf(FolderNotUsable.class)
                .hasMessageContaining("holds the backup of another database");
    }

    @Test
    void nobody_else_can_read_a_backup() throws IOException {
        BaseBackup.take(owner(), home, backups());

        assertThat(Files.getPosixFilePermissions(backups())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(
                        new BackupFolder(backups()).bases().get(0).password()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void without_a_backup_there_is_nothing_to_restore_and_a_database_is_never_overwritten() throws IOException {
        assertThatThrownBy(() -> Restore.restore(backups(), folder.resolve("restored"), null))
                .hasMessage("There is no backup in the folder " + backups() + ".");
        BaseBackup.take(owner(), home, backups());
        assertThatThrownBy(() -> Restore.restore(backups(), home, null))
                .hasMessageStartingWith("There is a database in the folder " + home + " already");
    }

    private Path backups() {
        return folder.resolve("backups");
    }

    private static EmbeddedDatabase database() {
        return Objects.requireNonNull(running);
    }

    private static Login owner() {
        return database().owner();
    }

    private static void write(String word) {
        JdbcClient.create(owner().dataSource())
                .sql("insert into word (text) values (?)")
                .param(word)
                .update();
    }

    private static List<String> words(Login login) {
        return JdbcClient.create(login.dataSource())
                .sql("select text from word order by number")
                .query(String.class)
                .list();
    }

    /** PostgreSQL goes on in the next file of its log. */
    private static void nextFile() {
        JdbcClient.create(owner().dataSource())
                .sql("select pg_switch_wal()::text")
                .query(String.class)
                .single();
    }

    private static Instant now() {
        return JdbcClient.create(owner().dataSource())
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
