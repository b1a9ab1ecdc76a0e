package cx.ecou.platform.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DatabaseCheckIT {

    private final String good = TestDatabase.freshUrl();

    @Test
    void a_good_database_is_taken() {
        assertThatCode(() -> check(good)).doesNotThrowAnyException();
    }

    @Test
    void without_a_configured_database_there_is_nothing_to_check() {
        assertThatCode(() -> new DatabaseCheck().check(new MockEnvironment())).doesNotThrowAnyException();
    }

    @Test
    void an_unknown_database_is_named() {
        assertRefused(
                at("nowhere", "postgres"),
                "There is no database nowhere at " + server() + ": create it, or correct SPRING_DATASOURCE_URL.");
    }

    @Test
    void a_refused_login_names_the_two_settings() {
        assertRefused(
                at("postgres", "stranger"),
                "PostgreSQL at " + server()
                        + " does not let us in: correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void nobody_at_the_address_is_said_so() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertRefused(
                "jdbc:postgresql://127.0.0.1:" + free + "/ecou",
                "No PostgreSQL answers at 127.0.0.1:" + free + ": start it, or correct SPRING_DATASOURCE_URL.");
    }

    @Test
    void another_kind_of_address_is_shown_how_it_must_look() {
        assertRefused("jdbc:mysql://db/ecou", "SPRING_DATASOURCE_URL must look like jdbc:postgresql://host:5432/ecou.");
    }

    @Test
    void a_database_that_cannot_hold_every_letter_is_refused() throws SQLException {
        execute("create database narrow encoding 'SQL_ASCII' locale 'C' template template0");

        assertRefused(
                at("narrow", "postgres"),
                "The database narrow holds SQL_ASCII: use one that was created with encoding 'UTF8' template template0.");
    }

    @Test
    void a_user_who_may_not_create_schemas_is_refused() throws SQLException {
        execute("create role reader login");
        execute("create database foreign_owned");

        assertRefused(
                at("foreign_owned", "reader"),
                "Ecou may not create schemas in the database foreign_owned: grant its user the right CREATE on it.");
    }

    @Test
    void a_second_role_for_the_events_is_checked_as_well() {
        var two = new MockEnvironment()
                .withProperty("spring.datasource.url", good.replace("?user=postgres", ""))
                .withProperty("spring.datasource.username", "postgres")
                .withProperty("spring.flyway.user", "stranger");

        assertThatThrownBy(() -> new DatabaseCheck().check(two))
                .isInstanceOf(StartRefused.class)
                .hasMessage("PostgreSQL at " + server()
                        + " does not let us in: correct SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.");
        assertThatThrownBy(() ->
                        new DatabaseCheck().check(new MockEnvironment().withProperty("spring.flyway.user", "owner")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SPRING_FLYWAY_USER belongs to a database of your own");
    }

    @Test
    void fifteen_is_the_oldest_postgresql() {
        assertThatCode(() -> DatabaseCheck.checkVersion(150_000, "15.0")).doesNotThrowAnyException();
        assertThatThrownBy(() -> DatabaseCheck.checkVersion(140_019, "14.19"))
                .hasMessage("PostgreSQL 14.19 is too old: use version 15 or later.");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(good);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String server() {
        URI uri = URI.create(good.substring("jdbc:".length()));
        return uri.getHost() + ":" + uri.getPort();
    }

    private String at(String database, String user) {
        return "jdbc:postgresql://" + server() + "/" + database + "?user=" + user;
    }

    private static void assertRefused(String url, String sentence) {
        assertThatThrownBy(() -> check(url)).isInstanceOf(StartRefused.class).hasMessage(sentence);
    }

    private static void check(String url) {
        new DatabaseCheck().check(new MockEnvironment().withProperty("spring.datasource.url", url));
    }
}
