package cx.ecou.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator's own database, where one role owns the events and the application works as another. */
class TwoRolesIT {

    private static final List<ModuleSchema> SCHEMAS = List.of(
            ModuleSchema.guarded("event-store", 0),
            ModuleSchema.guarded("privacy", 0),
            new ModuleSchema("lamp-post", 2));

    private final String url = TestDatabase.freshUrl().replace("?user=postgres", "");
    private final Login owner = new Login(url, "events_owner", "");
    private final DataSource application = new Login(url, "shop", "").dataSource();

    @BeforeEach
    void two_roles_without_further_rights() {
        JdbcClient server = JdbcClient.create(new Login(url, "postgres", "").dataSource());
        server.sql("drop role if exists events_owner").update();
        server.sql("drop role if exists shop").update();
        server.sql("create role events_owner login").update();
        server.sql("create role shop login").update();
        server.sql("do $$ begin execute format('grant create on database %I to events_owner, shop',"
                        + " current_database()); end $$")
                .update();
    }

    @Test
    void each_owns_what_is_its_own() {
        new TwoRoles(owner, application).carryOut(SCHEMAS);

        assertThat(JdbcClient.create(application)
                        .sql("select tablename || ' ' || tableowner from pg_tables"
                                + " where tablename in ('domain_event', 'lamp_post') order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("domain_event events_owner", "lamp_post shop");
        assertThatThrownBy(() -> JdbcClient.create(application)
                        .sql("delete from event_store.domain_event")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied for table domain_event");
        forget();
    }

    @Test
    void an_operator_goes_over_from_one_role_to_two_as_the_documentation_says() throws IOException {
        Migrations.carryOut(application, SCHEMAS);
        String page = Files.readString(Path.of("../../docs/operations.md"));
        String script = page.substring(page.indexOf("do $$ declare"), page.indexOf("end $$;") + "end $$;".length());

        JdbcClient.create(new Login(url, "postgres", "").dataSource())
                .sql(script.replace("ecou_owner", "events_owner"))
                .update();
        new TwoRoles(owner, application).carryOut(SCHEMAS);

        assertThatThrownBy(() -> JdbcClient.create(application)
                        .sql("drop trigger domain_event_append_only on event_store.domain_event")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
        forget();
    }

    @Test
    void nodes_that_start_at_the_same_time_do_not_hinder_each_other() {
        new TwoRoles(owner, application).carryOut(SCHEMAS);

        assertThatCode(() -> Stream.generate(() -> CompletableFuture.runAsync(() ->
                                OneNode.does(application, () -> new TwoRoles(owner, application).carryOut(SCHEMAS))))
                        .limit(6)
                        .toList()
                        .forEach(CompletableFuture::join))
                .doesNotThrowAnyException();
        forget();
    }

    private void forget() {
        JdbcClient server = JdbcClient.create(new Login(url, "postgres", "").dataSource());
        server.sql("drop owned by events_owner, shop cascade").update();
    }
}
