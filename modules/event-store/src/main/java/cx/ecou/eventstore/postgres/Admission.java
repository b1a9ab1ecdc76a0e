package cx.ecou.eventstore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Who is let into the embedded database: its owner, with the password in Ecou's folder, and the application, with one that
 * is new at each start and written nowhere. Folders of earlier versions trusted everybody on the machine.
 */
final class Admission {

    static final String OWNER = "postgres";
    static final String APPLICATION = "ecou";

    private static final String RULES = """
            # Written by Ecou at each start. The owner's password is in the file database-password of Ecou's folder.
            local all all %1$s
            host all all 127.0.0.1/32 %1$s
            host all all ::1/128 %1$s
            """;

    private static final String APPLICATION_ROLE = """
            do $$ begin
              if not exists (select 1 from pg_roles where rolname = 'ecou') then
                create role ecou login;
              end if;
              alter role ecou login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
              execute format('grant create, connect, temporary on database %I to ecou', current_database());
            end $$""";

    private Admission() {}

    /** Nobody comes in without a password. */
    static void closeTo(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), RULES.formatted("scram-sha-256"));
    }

    /** As before there was a password: only until the owner has one. */
    static void openTo(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), RULES.formatted("trust"));
    }

    /** Gives the owner a password, and then shuts the door. */
    static void giveOwner(String password, Login login, PasswordFile file, Path data) throws IOException, SQLException {
        try (Connection connection = login.dataSource().getConnection()) {
            set(connection, OWNER, password);
            file.write(password);
            closeTo(data);
            try (var reload = connection.createStatement()) {
                reload.execute("select pg_reload_conf()");
            }
        }
    }

    /** Gives the application's role a new password, and the role itself where it is missing. */
    static void giveApplication(String password, Login owner) throws SQLException {
        try (Connection connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(APPLICATION_ROLE);
            set(connection, APPLICATION, password);
        }
    }

    /** The password is hashed here, so that it stands in no statement. */
    private static void set(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }
}
