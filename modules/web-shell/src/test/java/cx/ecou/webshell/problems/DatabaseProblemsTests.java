package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseProblemsTests {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03"})
    void a_connection_that_fails_means_that_the_database_is_away(String state) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("no", state)));

        assertThat(DatabaseProblems.of(failure)).isSameAs(DatabaseProblems.AWAY);
    }

    static Stream<SQLException> said_by_the_pool() {
        return Stream.of(
                new SQLTransientConnectionException("no connection within ten seconds"),
                new SQLNonTransientConnectionException("no"),
                new SQLException("Connection is closed"));
    }

    @ParameterizedTest
    @MethodSource("said_by_the_pool")
    void what_the_pool_says_without_a_code_is_about_the_connection(SQLException said) {
        assertThat(DatabaseProblems.of(new IllegalStateException(said))).isSameAs(DatabaseProblems.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42601", "53100", "57014", "25P03", "22P02"})
    void what_the_database_refuses_does_not(String state) {
        assertThat(DatabaseProblems.of(new IllegalStateException(new SQLException("no", state))))
                .isNull();
    }

    @Test
    void nor_does_a_client_that_goes_away() {
        assertThat(DatabaseProblems.of(new IllegalStateException(new EOFException())))
                .isNull();
        assertThat(DatabaseProblems.isBehind(new IllegalStateException(new EOFException())))
                .isFalse();
    }

    @Test
    void nor_does_an_error_without_a_code_that_something_else_has_caused() {
        assertThat(DatabaseProblems.of(new SQLException("no", new IllegalStateException())))
                .isNull();
    }
}
