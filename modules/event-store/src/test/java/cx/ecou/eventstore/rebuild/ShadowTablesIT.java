package cx.ecou.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.Shadow;
import cx.ecou.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of a shelf as they were made, and as they are after copies took their place. */
class ShadowTablesIT {

    private final DataSource source = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final JdbcClient database = JdbcClient.create(jdbc);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final ShadowTables tables = new ShadowTables(jdbc, new TableCatalog(database));
    private final Shadow shadow =
            new Shadow(ReadModel.of(ShelfProjection.PROCESSING_GROUP, ShelfProjection.LAMP, ShelfProjection.COUNT));

    @Test
    void the_new_tables_are_as_a_migration_made_the_old_ones_however_often_they_are_replaced() {
        ShelfProjection.createTables(database);
        List<Map<String, Object>> made = catalog();
        long first = lampTable();

        replace();
        assertThat(catalog()).isEqualTo(made).hasSizeGreaterThan(15);
        assertThat(made).filteredOn(row -> "sampled".equals(row.get("what"))).hasSize(2);
        long second = lampTable();
        replace();
        assertThat(catalog()).isEqualTo(made);
        assertThat(List.of(first, second, lampTable())).doesNotHaveDuplicates();
    }

    private void replace() {
        tables.create(shadow);
        new ShadowIndexes(database, transaction, tables).build(shadow, () -> {});
        transaction.executeWithoutResult(status -> tables.replaceLive(shadow));
    }

    private long lampTable() {
        return database.sql("select 'lamps.lamp'::regclass::oid::bigint")
                .query(Long.class)
                .single();
    }

    /** Everything about the tables that has a name. */
    private List<Map<String, Object>> catalog() {
        return database.sql("""
                        select 'column' as what, table_name || '.' || column_name as name,
                               concat_ws(' ', data_type, is_nullable, column_default) as meaning
                          from information_schema.columns where table_schema = 'lamps'
                        union all
                        select 'index', indexname, indexdef from pg_indexes where schemaname = 'lamps'
                        union all
                        select 'constraint', conname, pg_get_constraintdef(oid)
                          from pg_constraint where connamespace = 'lamps'::regnamespace
                        union all
                        select 'table', relname, concat_ws(' ', reloptions, relacl, relkind, relpersistence,
                               pg_get_userbyid(relowner), obj_description(oid))
                          from pg_class where relnamespace = 'lamps'::regnamespace
                        union all
                        select 'sampled', relname || '.' || attname, attstattarget::text
                          from pg_attribute join pg_class on pg_class.oid = attrelid
                         where relnamespace = 'lamps'::regnamespace and attstattarget >= 0
                        union all
                        select 'schema', nspname, '' from pg_namespace where nspname !~ '^pg_'
                        order by 1, 2""").query().listOfRows();
    }
}
