package cx.ecou.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.ModuleSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database that Ecou brings along: who gets in, and what the application may do there. */
class EmbeddedDatabaseIT {

    private static final List<ModuleSchema> SCHEMAS =
            List.of(ModuleSchema.guarded("event-store", 0), new ModuleSchema("lamp-post", 2));

    private static final String EVENT = """
            insert into event_store.domain_event (event_id, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload, metadata)
            values (gen_random_uuid(), gen_random_uuid(), 0, now(), 'lamp.LampLit', '{}', '{}')""";

    @TempDir
    static Path home = Path.of("");

    @Nullable
    private static EmbeddedDatabase running;

    @BeforeAll
    static void start() throws IOException {
        running = migrated(home);
    }

    @AfterAll
    static void stop() throws IOException {
        database().close();
    }

    @Test
    void the_application_adds_events_and_can_neither_change_one_nor_what_protects_them() {
        JdbcClient application = as(database().application());
        assertThat(application.sql(EVENT).update()).isEqualTo(1);

        for (String change : List.of(
                "update event_store.domain_event set payload = '[]'",
                "delete from event_store.domain_event",
                "truncate event_store.domain_event",
                "update event_store.event_seal set day = day + 1",
                "delete from event_store.day_seal",
                "drop trigger domain_event_append_only on event_store.domain_event",
                "alter table event_store.domain_event disable trigger all",
                "alter table event_store.domain_event add column more text",
                "drop table event_store.domain_event",
                "create or replace function event_store.refuse_change() returns trigger language plpgsql"
                        + " as 'begin return new; end'",
                "select setval('event_store.domain_event_global_index_seq', 1)",
                "delete from event_store.flyway_schema_history",
                "set session_replication_role = replica",
                "set role postgres")) {
            assertThat(refusal(application, change)).as(change).isEqualTo("42501");
        }
        assertThat(application
                        .sql("select distinct payload from event_store.domain_event")
                        .query(String.class)
                        .single())
                .isEqualTo("{}");
    }

    @Test
    void even_the_owner_is_reminded_that_events_are_only_added() {
        as(database().application()).sql(EVENT).update();

        assertThatThrownBy(() -> as(database().owner())
                        .sql("delete from event_store.domain_event")
                        .update())
                .rootCause()
                .hasMessageContaining("events are only ever added");
    }

    @Test
    void what_is_not_append_only_the_application_changes_as_it_must() {
        JdbcClient application = as(database().application());

        application
                .sql("insert into event_store.processor_place (processor, position) values ('lamp.log', 1)")
                .update();
        assertThat(application
                        .sql("update event_store.processor_place set position = 2")
                        .update())
                .isEqualTo(1);
        assertThat(application.sql("delete from event_store.processor_place").update())
                .isEqualTo(1);
    }

    @Test
    void the_application_owns_the_read_models_and_may_put_another_table_in_the_place_of_one() {
        JdbcClient application = as(database().application());

        assertThatCode(() -> {
                    application
                            .sql("create table lamp_post.shadow (like lamp_post.lamp_post including all)")
                            .update();
                    application.sql("drop table lamp_post.lamp_post").update();
                    application
                            .sql("alter table lamp_post.shadow rename to lamp_post")
                            .update();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void nobody_comes_in_without_the_password_that_only_the_owner_of_the_folder_can_read() throws IOException {
        Login owner = database().owner();
        Path password = home.resolve("database-password");

        assertThat(Files.readString(password)).isEqualToIgnoringNewLines(owner.password());
        assertThat(Files.getPosixFilePermissions(password)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertRefused(new Login(owner.url(), "postgres", ""));
        assertRefused(new Login(owner.url(), "postgres", "guessed"));
        assertRefused(new Login(owner.url(), "ecou", owner.password()));
        assertThat(owner).hasToString("postgres at " + owner.url());
    }

    @Test
    void whoever_may_read_the_folder_finds_the_way_into_its_database_as_long_as_it_runs(@TempDir Path other)
            throws IOException {
        assertThat(EmbeddedDatabase.running(home)).contains(database().owner());
        assertThat(EmbeddedDatabase.existsIn(home)).isTrue();
        assertThat(EmbeddedDatabase.running(other)).isEmpty();
        assertThat(EmbeddedDatabase.existsIn(other)).isFalse();
    }

    @Test
    void a_folder_of_the_time_without_passwords_is_closed_at_the_next_start_and_keeps_its_data(@TempDir Path old)
            throws IOException {
        makeFolderOfOldTimes(old);

        try (EmbeddedDatabase closed = migrated(old)) {
            JdbcClient application = as(closed.application());

            assertRefused(new Login(closed.owner().url(), "postgres", ""));
            assertThat(application
                            .sql("select count(*) from event_store.domain_event")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(application
                            .sql("select tableowner from pg_tables where schemaname in ('event_store', 'lamp_post')"
                                    + " and tablename in ('domain_event', 'lamp_post') order by tablename")
                            .query(String.class)
                            .list())
                    .containsExactly("postgres", "ecou");
            application
                    .sql("alter table lamp_post.lamp_post add column note text")
                    .update();
            application.sql("drop function lamp_post.lit(uuid)").update();
        }
        try (EmbeddedDatabase again = migrated(old)) {
            assertRefused(new Login(again.owner().url(), "postgres", ""));
            assertThat(EmbeddedDatabase.running(old)).contains(again.owner());
        }
        assertThat(EmbeddedDatabase.running(old)).isEmpty();
    }

    @Test
    void two_in_one_folder_are_refused() {
        assertThatThrownBy(() -> EmbeddedDatabase.startIn(home))
                .isInstanceOf(FolderNotUsable.class)
                .hasMessageStartingWith("Another Ecou works in the folder");
    }

    private static EmbeddedDatabase database() {
        return Objects.requireNonNull(running);
    }

    private static EmbeddedDatabase migrated(Path home) throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.startIn(home);
        new TwoRoles(database.owner(), database.application().dataSource()).carryOut(SCHEMAS);
        return database;
    }

    /** One role, which owned everything, and nobody asked for a password. */
    private static void makeFolderOfOldTimes(Path home) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.startIn(home)) {
            Migrations.carryOut(database.owner().dataSource(), SCHEMAS);
            JdbcClient owner = as(database.owner());
            owner.sql(EVENT).update();
            owner.sql("drop owned by ecou").update();
            owner.sql("drop role ecou").update();
        }
        Files.delete(home.resolve("database-password"));
        Admission.openTo(home.resolve("postgres"));
    }

    private static JdbcClient as(Login login) {
        return JdbcClient.create(login.dataSource());
    }

    private static @Nullable String refusal(JdbcClient database, String sql) {
        try {
            database.sql(sql).update();
            return null;
        } catch (DataAccessException e) {
            return ((SQLException) e.getMostSpecificCause()).getSQLState();
        }
    }

    private static void assertRefused(Login login) {
        assertThatThrownBy(() -> login.dataSource().getConnection().close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isIn("28P01", "08004"));
    }
}
