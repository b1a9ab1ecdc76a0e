package cx.ecou.eventstore.postgres;

import cx.ecou.eventstore.ModuleSchema;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Migrations where the owner of what is only added to and the application are two roles. */
final class TwoRoles {

    /** Data of the time when there was one role: the read models go over to the application. */
    private static final String HAND_OVER = """
            do $$
            declare
              application text := current_setting('ecou.application');
              change      text;
            begin
              for change in
                with mine as (
                  select oid, nspname from pg_namespace
                   where nspname = any (string_to_array(current_setting('ecou.schemas'), ','))
                     and nspowner = (select oid from pg_roles where rolname = current_user))
                select format('alter table %I.%I owner to %I', nspname, relname, application)
                  from mine join pg_class c on c.relnamespace = mine.oid where relkind in ('r', 'p', 'v', 'm')
                union all
                select format('alter routine %s owner to %I', p.oid::regprocedure, application)
                  from mine join pg_proc p on p.pronamespace = mine.oid
                union all
                select format('alter schema %I owner to %I', nspname, application) from mine
              loop
                execute change;
              end loop;
            end $$""";

    private final DataSource owner;
    private final DataSource application;

    TwoRoles(Login owner, DataSource application) {
        this.owner = owner.dataSource();
        this.application = application;
    }

    void carryOut(List<ModuleSchema> schemas) {
        String role = role(application);
        List<ModuleSchema> owners =
                schemas.stream().filter(ModuleSchema::guarded).toList();
        List<ModuleSchema> others =
                schemas.stream().filter(schema -> !schema.guarded()).toList();
        Migrations.carryOut(owner, owners);
        if (!owners.isEmpty() && !role(owner).equals(role)) {
            owners.forEach(schema -> admit(schema, role));
            handOver(others, role);
        }
        Migrations.carryOut(application, others);
    }

    private void admit(ModuleSchema schema, String role) {
        JdbcClient.create(owner)
                .sql("select " + schema.schema() + ".admit(?)")
                .param(role)
                .query(rows -> {});
    }

    private static String role(DataSource database) {
        return JdbcClient.create(database)
                .sql("select current_user")
                .query(String.class)
                .single();
    }

    private void handOver(List<ModuleSchema> schemas, String role) {
        var once = new TransactionTemplate(new DataSourceTransactionManager(owner));
        once.executeWithoutResult(transaction -> {
            JdbcClient database = JdbcClient.create(owner);
            database.sql("select set_config('ecou.application', ?, true), set_config('ecou.schemas', ?, true)")
                    .params(role, schemas.stream().map(ModuleSchema::schema).collect(Collectors.joining(",")))
                    .query()
                    .singleRow();
            database.sql(HAND_OVER).update();
        });
    }
}
