package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

class FailureTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08003", "08006", "40001", "40P01", "53100", "53300", "57014", "57P01", "57P03", "58030",
                "55P03", "25P03", "25006"
            })
    void what_the_database_says_of_itself_passes(String sqlState) {
        assertThat(Failure.of(wrapped(new SQLException("the database", sqlState)))
                        .passing())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "22021", "23502", "23505", "23514", "42P01", "42703", "P0001", "XX000", "40002"})
    void what_it_says_of_the_work_does_not(String sqlState) {
        assertThat(Failure.of(wrapped(new SQLException("the work", sqlState))).passing())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void a_lost_connection_a_faster_writer_and_short_memory_pass(Throwable thrown) {
        assertThat(Failure.of(thrown).passing()).isTrue();
    }

    static Stream<Throwable> a_lost_connection_a_faster_writer_and_short_memory_pass() {
        return Stream.of(
                new CannotGetJdbcConnectionException("pool", new SQLTransientConnectionException("timed out")),
                new CannotCreateTransactionException("pool"),
                new TransactionSystemException("rollback", new SQLException("Connection is closed")),
                new UncheckedIOException(new EOFException()),
                new IllegalStateException(new SocketException("reset")),
                new CannotAcquireLockException("deadlock"),
                new QueryTimeoutException("slow"),
                new CommandExecutionException("wrapped", new ConcurrencyException("another was first")),
                new Exception(new OutOfMemoryError()));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_wrong_with_the_work_itself_does_not_pass(Throwable thrown) {
        assertThat(Failure.of(thrown).passing()).isFalse();
    }

    static Stream<Throwable> what_is_wrong_with_the_work_itself_does_not_pass() {
        return Stream.of(
                new IllegalStateException("a broken rule"),
                new NullPointerException(),
                new DuplicateKeyException("there already"),
                new UnexpectedRollbackException("a command failed within"),
                new TransactionSystemException("commit", new SQLException("deferred", "23505")),
                new Exception(new StackOverflowError()));
    }

    @Test
    void it_names_the_first_cause_the_code_and_the_constraint_and_never_the_words() {
        var refused = new PSQLException(
                new ServerErrorMessage(
                        "SERROR\u0000C23514\u0000Mnew row for Ana Pop\u0000DFailing row contains (Ana Pop).\u0000nlamp_known\u0000"));

        Failure failure = Failure.of(new IllegalStateException("Ana Pop", refused));

        assertThat(failure.error()).isEqualTo("org.postgresql.util.PSQLException");
        assertThat(failure.sqlState()).isEqualTo("23514");
        assertThat(failure.constraint()).isEqualTo("lamp_known");
        assertThat(failure.toString())
                .startsWith("org.postgresql.util.PSQLException 23514 lamp_known at cx.ecou.eventstore.FailureTests.")
                .doesNotContain("Ana");
    }

    @Test
    void a_circle_of_causes_has_an_end() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalArgumentException("second", first));

        assertThat(List.of("java.lang.IllegalStateException", "java.lang.IllegalArgumentException"))
                .contains(Failure.of(first).error());
    }

    private static Exception wrapped(SQLException said) {
        return new IllegalStateException("a handler", new RuntimeException(said));
    }
}
