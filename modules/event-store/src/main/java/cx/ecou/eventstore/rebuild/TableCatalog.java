package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.ModelTable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL knows of a table, as the statements that give another table the same. */
final class TableCatalog {

    private static final String CONSTRAINTS = """
            select format('alter table %s add constraint %I %s', :copy::text, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where conrelid = :live::regclass and contype in ('p', 'u', 'x')
               and conname <> all (select conname from pg_constraint where conrelid = :copy::regclass)
             order by conname""";

    /** The definition names the table behind its first " ON ". */
    private static final String INDEXES = """
            select regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ ',
                     'CREATE \\1INDEX IF NOT EXISTS \\2 ON ' || :copy::text || ' ')
              from pg_index
             where indrelid = :live::regclass
               and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
             order by indexrelid""";

    private static final String SETTINGS = """
            select format('alter table %s set (%s)', :copy::text, array_to_string(reloptions, ', '))
              from pg_class where oid = :live::regclass and reloptions is not null""";

    /** How much the planner samples of a column: nothing, where it may be personal. */
    private static final String SAMPLED = """
            select format('alter table %s alter column %I set statistics %s', :copy::text, attname, attstattarget)
              from pg_attribute
             where attrelid = :live::regclass and attnum > 0 and not attisdropped and attstattarget >= 0""";

    /** The same of expressions that are indexed. */
    private static final String SAMPLED_OF_INDEXES = """
            select format('alter index %s.%I alter column %s set statistics %s',
                     split_part(:copy::text, '.', 1), relname, attnum, attstattarget)
              from pg_index join pg_class on pg_class.oid = indexrelid join pg_attribute on attrelid = indexrelid
             where indrelid = :live::regclass and attstattarget >= 0 order by indexrelid, attnum""";

    private static final String GRANTS = """
            select format('grant %s on %s to %s%s', privilege_type, :copy::text,
                     case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end,
                     case when is_grantable then ' with grant option' else '' end)
              from pg_class, aclexplode(relacl) where oid = :live::regclass and grantee <> relowner""";

    /** Those of its columns come along with them. */
    private static final String COMMENT = """
            select format('comment on table %s is %L', :copy::text, obj_description(oid, 'pg_class'))
              from pg_class where oid = :live::regclass and obj_description(oid, 'pg_class') is not null""";

    private static final String NOT_COPIED = """
            select 'the trigger ' || tgname from pg_trigger where tgrelid = :table::regclass and not tgisinternal
            union all
            select 'the foreign key ' || conname from pg_constraint
             where contype = 'f' and :table::regclass in (conrelid, confrelid)
            union all
            select 'the identity column ' || attname from pg_attribute
             where attrelid = :table::regclass and attidentity <> ''
            union all
            select 'the policy ' || polname from pg_policy where polrelid = :table::regclass""";

    private static final String KEY = """
            select quote_ident(attname) from pg_index, unnest(indkey) with ordinality as key (number, place)
              join pg_attribute on attnum = number
             where indrelid = :table::regclass and attrelid = indrelid and indisprimary order by place""";

    private static final String COLUMNS = """
            select quote_ident(attname), format_type(atttypid, atttypmod) from pg_attribute
             where attrelid = :table::regclass and attnum > 0 and not attisdropped order by attnum""";

    private final JdbcClient database;

    TableCatalog(JdbcClient database) {
        this.database = database;
    }

    /** The columns of the primary key in their order. */
    List<String> key(ModelTable table) {
        return of(table, KEY);
    }

    /** What a copy would lack, in words. */
    List<String> notCopied(ModelTable table) {
        return of(table, NOT_COPIED);
    }

    /** How the copy is to lie on disk, and who may read it: needed from the start. */
    List<String> shape(ModelTable table, String copy) {
        return Stream.of(SETTINGS, SAMPLED, GRANTS, COMMENT)
                .flatMap(sql -> statements(sql, table, copy).stream())
                .toList();
    }

    /** How the copy gets its key and what else projections rely on, as far as it has not got it yet. */
    List<String> constraints(ModelTable table, String copy) {
        return statements(CONSTRAINTS, table, copy);
    }

    /** What the columns of a table whose rows are added up by their keys consist of, in their order. */
    List<String> summedColumns(ModelTable table) {
        return database.sql(COLUMNS)
                .param("table", table.live())
                .query((row, n) -> table.sums().contains(row.getString(1))
                        ? "sum(%s)::%s".formatted(row.getString(1), row.getString(2))
                        : row.getString(1))
                .list();
    }

    /** How the copy gets the indexes that only readers need. */
    List<String> indexes(ModelTable table, String copy) {
        return Stream.of(INDEXES, SAMPLED_OF_INDEXES)
                .flatMap(sql -> statements(sql, table, copy).stream())
                .toList();
    }

    private List<String> statements(String sql, ModelTable table, String copy) {
        return database.sql(sql)
                .param("copy", copy)
                .param("live", table.live())
                .query(String.class)
                .list();
    }

    private List<String> of(ModelTable table, String sql) {
        return database.sql(sql)
                .param("table", table.live())
                .query(String.class)
                .list();
    }
}
