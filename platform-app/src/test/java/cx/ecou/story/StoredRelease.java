package cx.ecou.story;

import cx.ecou.eventstore.ModuleSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a release of Ecou had in its database, as text: each table's rows, and how far each schema was migrated. */
record StoredRelease(Path folder) {

    private static final String COPY = ".copy";
    private static final String SCHEMAS = "schemas.txt";

    private static final String TABLES = """
            select schema.nspname || '.' || t.relname || ':'
                || string_agg(quote_ident(a.attname), ', ' order by a.attnum)
              from pg_class t
              join pg_namespace schema on schema.oid = t.relnamespace
              join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             where t.relkind = 'r' and t.relname <> 'flyway_schema_history'
               and exists (select 1 from pg_tables history
                            where history.schemaname = schema.nspname and history.tablename = 'flyway_schema_history')
               and (schema.nspname, t.relname) not in
                   (('event_store', 'scheduled_task'), ('access', 'session'), ('access', 'sign_in_limit'))
             group by schema.nspname, t.relname order by 1""";

    private static final String SEQUENCES = """
            select format('select setval(pg_get_serial_sequence(''%1$I.%2$I'', ''%3$s''), max(%3$I)) from %1$I.%2$I',
                table_schema, table_name, column_name)
              from information_schema.columns where is_identity = 'YES' and table_schema not like 'pg_%'""";

    static StoredRelease named(String release) {
        return new StoredRelease(Path.of("src/test/resources/releases", release));
    }

    Path answers() {
        return folder.resolve("answers.json");
    }

    /** Writes what is in a database, instead of what was here. */
    void write(DataSource database, List<ModuleSchema> schemas) throws IOException, SQLException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        var jdbc = new JdbcTemplate(database);
        List<String> versions = new ArrayList<>();
        for (ModuleSchema schema : schemas) {
            versions.add(schema.module() + " " + version(jdbc, schema));
        }
        Files.write(folder.resolve(SCHEMAS), versions);
        try (Connection connection = database.getConnection()) {
            for (String table : jdbc.queryForList(TABLES, String.class)) {
                write(connection, table.split(":", 2));
            }
        }
    }

    private static String version(JdbcTemplate jdbc, ModuleSchema schema) {
        return jdbc.queryForList(
                        "select version from " + schema.schema() + ".flyway_schema_history"
                                + " where version is not null order by installed_rank desc limit 1",
                        String.class)
                .get(0);
    }

    private void write(Connection connection, String[] table) throws IOException, SQLException {
        var rows = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select " + table[1] + " from " + table[0] + " order by 1, 2) to stdout", rows);
        if (rows.size() > 0) {
            Files.writeString(folder.resolve(table[0] + COPY), table[1] + "\n" + rows.toString(StandardCharsets.UTF_8));
        }
    }

    /** Fills an empty database: the schemas as they were, and the rows. */
    void load(DataSource database) throws IOException, SQLException {
        for (String line : Files.readAllLines(folder.resolve(SCHEMAS))) {
            String[] moduleAndVersion = line.split(" ");
            migrate(database, new ModuleSchema(moduleAndVersion[0], 0), moduleAndVersion[1]);
        }
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                Stream<Path> files = Files.list(folder)) {
            // The rows are in no particular order, and what refers to what is checked elsewhere.
            statement.execute("set session_replication_role = replica");
            for (Path file : files.filter(each -> each.toString().endsWith(COPY))
                    .sorted()
                    .toList()) {
                load(connection, file);
            }
        }
        var jdbc = new JdbcTemplate(database);
        jdbc.queryForList(SEQUENCES, String.class).forEach(sql -> jdbc.queryForList(sql));
    }

    private static void migrate(DataSource database, ModuleSchema schema, String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema.schema())
                .defaultSchema(schema.schema())
                .locations(schema.migrations())
                .target(version)
                .load()
                .migrate();
    }

    private static void load(Connection connection, Path file) throws IOException, SQLException {
        String[] columnsAndRows = Files.readString(file).split("\n", 2);
        String table = file.getFileName().toString().replace(COPY, "");
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + table + " (" + columnsAndRows[0] + ") from stdin",
                        new StringReader(columnsAndRows[1]));
    }
}
