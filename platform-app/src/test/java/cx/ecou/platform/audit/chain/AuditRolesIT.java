package cx.ecou.platform.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.postgres.Login;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log where its owner and the application are two roles. */
class AuditRolesIT {

    private static final List<ModuleSchema> SCHEMAS =
            List.of(ModuleSchema.guarded("event-store", 0), ModuleSchema.guarded("audit", 0));

    private static final String ADD = """
            insert into audit.entry (at, actor_kind, action, object_kind, codes, outcome)
            values (now(), 'ECOU', 'made', 'account', '', 'DONE')""";

    private final String url = TestDatabase.freshUrl().replace("?user=postgres", "");
    private final JdbcClient server = JdbcClient.create(new Login(url, "postgres", "").dataSource());
    private final Login owner = new Login(url, "audit_owner", "");
    private final DataSource application = new Login(url, "audit_application", "").dataSource();

    @BeforeEach
    void two_roles_without_further_rights() {
        server.sql("create role audit_owner login").update();
        server.sql("create role audit_application login").update();
        server.sql("do $$ begin execute format('grant create on database %I to audit_owner, audit_application',"
                        + " current_database()); end $$")
                .update();
    }

    @AfterEach
    void the_roles_go() {
        server.sql("drop owned by audit_owner, audit_application cascade").update();
        server.sql("drop role audit_owner").update();
        server.sql("drop role audit_application").update();
    }

    @Test
    void the_application_adds_entries_and_links_and_can_change_neither_them_nor_what_protects_them() {
        migrate(owner);
        JdbcClient ecou = JdbcClient.create(application);

        assertThat(ecou.sql(ADD).update()).isEqualTo(1);
        new Linking(application, new TransactionTemplate(new JdbcTransactionManager(application))).link();
        assertThat(new AuditChain(application).verify().linked()).isEqualTo(1);
        for (String change : List.of(
                "update audit.entry set outcome = 'REFUSED'",
                "delete from audit.entry",
                "truncate audit.entry",
                "delete from audit.link",
                "drop trigger entry_append_only on audit.entry",
                "alter table audit.link disable trigger all",
                "drop table audit.entry",
                "drop schema audit cascade",
                "select setval('audit.entry_entry_id_seq', 1)",
                "delete from audit.flyway_schema_history")) {
            assertThatThrownBy(() -> ecou.sql(change).query(rows -> {}))
                    .as(change)
                    .rootCause()
                    .message()
                    .containsAnyOf("permission denied", "must be owner");
        }
    }

    @Test
    void an_operator_goes_over_from_one_role_to_two_as_the_documentation_says() throws IOException {
        Migrations.carryOut(application, SCHEMAS);
        String page = Files.readString(Path.of("../docs/operations.md"));
        String script = page.substring(page.indexOf("do $$ declare"), page.indexOf("end $$;") + "end $$;".length());

        server.sql(script.replace("ecou_owner", "audit_owner")).update();
        migrate(owner);

        assertThat(JdbcClient.create(application).sql(ADD).update()).isEqualTo(1);
        assertThatThrownBy(() -> JdbcClient.create(application)
                        .sql("drop trigger entry_append_only on audit.entry")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    private void migrate(Login as) {
        new Migrations(every(SCHEMAS), every(List.of(as))).postProcessAfterInitialization(application, "database");
    }

    private static <T> ObjectProvider<T> every(List<T> beans) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return beans.get(0);
            }

            @Override
            public Stream<T> stream() {
                return beans.stream();
            }
        };
    }
}
