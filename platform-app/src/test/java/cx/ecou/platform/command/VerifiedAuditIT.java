package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.testing.TestDatabase;
import cx.ecou.platform.audit.chain.AuditChain;
import cx.ecou.platform.audit.chain.KnownLink;
import cx.ecou.platform.audit.chain.Linking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VerifiedAuditIT {

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_database_of_the_time_before_has_nothing_to_complain_of() {
        assertThat(VerifiedAudit.intact(TestDatabase.fresh(), Optional.empty())).isTrue();
    }

    @Test
    void what_is_as_it_was_linked_and_as_it_was_kept_is_intact() throws IOException {
        DataSource database = withThreeEntries();

        assertThat(VerifiedAudit.intact(database, Optional.empty())).isTrue();
        assertThat(VerifiedAudit.intact(database, Optional.of(logOf(newest(database)))))
                .isTrue();
    }

    @Test
    void an_altered_entry_is_found() {
        DataSource database = withThreeEntries();

        JdbcClient.create(database)
                .sql("alter table audit.entry disable trigger user")
                .update();
        JdbcClient.create(database)
                .sql("update audit.entry set outcome = 'REFUSED' where entry_id = 2")
                .update();

        assertThat(VerifiedAudit.intact(database, Optional.empty())).isFalse();
    }

    @Test
    void a_link_that_was_kept_elsewhere_and_is_another_one_here_is_found() throws IOException {
        DataSource database = withThreeEntries();
        KnownLink newest = newest(database);
        KnownLink other = new KnownLink(newest.number(), newest.entryId(), "00".repeat(32));

        assertThat(VerifiedAudit.intact(database, Optional.of(logOf(other)))).isFalse();
        assertThat(VerifiedAudit.intact(
                        database, Optional.of(logOf(new KnownLink(9, newest.entryId(), newest.hash())))))
                .isFalse();
    }

    private static DataSource withThreeEntries() {
        DataSource database = TestDatabase.fresh();
        Migrations.carryOut(database, List.of(ModuleSchema.guarded("audit", 0)));
        JdbcClient.create(database)
                .sql("insert into audit.entry (at, actor_kind, action, object_kind, codes, outcome)"
                        + " select now(), 'ECOU', 'made', 'account', '', 'DONE' from generate_series(1, 3)")
                .update();
        new Linking(database, new TransactionTemplate(new JdbcTransactionManager(database))).link();
        return database;
    }

    private static KnownLink newest(DataSource database) {
        return Objects.requireNonNull(new AuditChain(database).verify().newest());
    }

    private Path logOf(KnownLink link) throws IOException {
        return Files.writeString(folder.resolve("kept.log"), "2026-11-22 INFO ecou " + link.sentence() + "\n");
    }
}
