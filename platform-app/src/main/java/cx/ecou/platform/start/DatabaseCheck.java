package cx.ecou.platform.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.springframework.core.env.Environment;

/** The database of the operator must answer, let us in, be young enough and hold UTF-8. */
final class DatabaseCheck implements StartCheck.Check {

    private static final int OLDEST = 150_000;

    @Override
    public void check(Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            check(url, login(environment, "spring.datasource.username", "spring.datasource.password"));
            if (!environment.getProperty("spring.flyway.user", "").isEmpty()) {
                checkOwner(url, login(environment, "spring.flyway.user", "spring.flyway.password"));
            }
        } else if (environment.containsProperty("spring.flyway.user")) {
            throw new StartRefused("SPRING_FLYWAY_USER belongs to a database of your own: set SPRING_DATASOURCE_URL,"
                    + " or leave it out.");
        }
    }

    /** The sentences speak of the application's role; here it is the one that owns the events. */
    private static void checkOwner(String url, Properties login) {
        try {
            check(url, login);
        } catch (StartRefused e) {
            throw new StartRefused(String.valueOf(e.getMessage())
                    .replace("SPRING_DATASOURCE_USERNAME", "SPRING_FLYWAY_USER")
                    .replace("SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_PASSWORD")
                    .replace("grant its user", "grant " + login.getProperty("user")));
        }
    }

    private static void check(String url, Properties login) {
        Properties parts = Driver.parseURL(url, login);
        if (parts == null) {
            throw new StartRefused("SPRING_DATASOURCE_URL must look like jdbc:postgresql://host:5432/ecou.");
        }
        try (Connection connection = DriverManager.getConnection(url, login)) {
            check(connection);
        } catch (SQLException e) {
            throw new StartRefused(sentence(e, parts));
        }
    }

    private static void check(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version_num')::int, current_setting('server_version'),
                        current_setting('server_encoding'), current_database(),
                        has_database_privilege(current_database(), 'create')
                        """)) {
            row.next();
            checkVersion(row.getInt(1), row.getString(2));
            checkEncoding(row.getString(3), row.getString(4));
            checkRights(row.getBoolean(5), row.getString(4));
        }
    }

    static void checkVersion(int number, String name) {
        if (number < OLDEST) {
            throw new StartRefused("PostgreSQL " + name + " is too old: use version 15 or later.");
        }
    }

    private static void checkEncoding(String encoding, String database) {
        if (!"UTF8".equals(encoding)) {
            throw new StartRefused("The database " + database + " holds " + encoding
                    + ": use one that was created with encoding 'UTF8' template template0.");
        }
    }

    private static void checkRights(boolean mayCreate, String database) {
        if (!mayCreate) {
            throw new StartRefused("Ecou may not create schemas in the database " + database
                    + ": grant its user the right CREATE on it.");
        }
    }

    private static Properties login(Environment environment, String user, String password) {
        var login = new Properties();
        login.setProperty("connectTimeout", "10");
        login.setProperty("loginTimeout", "15");
        login.setProperty("ApplicationName", "ecou");
        put(login, "user", environment.getProperty(user, ""));
        put(login, "password", environment.getProperty(password, ""));
        return login;
    }

    private static void put(Properties login, String name, String value) {
        if (!value.isEmpty()) {
            login.setProperty(name, value);
        }
    }

    private static String sentence(SQLException e, Properties parts) {
        String server = parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT");
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if ("3D000".equals(state)) {
            return "There is no database " + parts.getProperty("PGDBNAME") + " at " + server
                    + ": create it, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.startsWith("28")) {
            return "PostgreSQL at " + server
                    + " does not let us in: correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        if (state.startsWith("08")) {
            return "No PostgreSQL answers at " + server + ": start it, or correct SPRING_DATASOURCE_URL.";
        }
        return "PostgreSQL at " + server + " refuses the connection (SQLSTATE " + state
                + "): look into its log for the reason.";
    }
}
