package cx.ecou.eventstore;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What may be said of an exception: never its message, which may hold what people wrote.
 *
 * @param error the class of its first cause
 * @param sqlState PostgreSQL's code, when it said something
 * @param constraint the constraint that was broken
 * @param at the place in Ecou's code that it came from; empty when it is not known
 * @param passing whether the same work may succeed later as it is: the database was away, another was faster, memory was
 *     short
 */
public record Failure(
        String error, @Nullable String sqlState, @Nullable String constraint, String at, boolean passing) {

    private static final int DEEPEST = 30;

    /** Connection, transaction rolled back, resources, operator intervention, system error; and a primary that is none. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    private static final Set<String> PASSING_STATES = Set.of("40001", "40P01", "55P03", "25P03", "25006");

    private static final List<Class<? extends Throwable>> PASSING = List.of(
            SQLTransientException.class,
            SQLRecoverableException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            ConcurrencyException.class,
            SocketException.class,
            InterruptedIOException.class,
            EOFException.class,
            InterruptedException.class,
            OutOfMemoryError.class);

    public static Failure of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        return new Failure(
                causes.get(causes.size() - 1).getClass().getName(),
                first(causes, Failure::stateOf),
                first(causes, Failure::constraintOf),
                Objects.requireNonNullElse(first(causes, Failure::placeOf), ""),
                causes.stream().anyMatch(Failure::isPassing));
    }

    /** From the outermost to the first cause. */
    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable next = thrown; next != null && causes.size() < DEEPEST; next = next.getCause()) {
            causes.add(next);
        }
        return causes;
    }

    private static @Nullable String first(List<Throwable> causes, Function<Throwable, @Nullable String> said) {
        return causes.stream().map(said).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String stateOf(Throwable cause) {
        return cause instanceof SQLException sql ? sql.getSQLState() : null;
    }

    private static @Nullable String constraintOf(Throwable cause) {
        return cause instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? sql.getServerErrorMessage().getConstraint()
                : null;
    }

    private static @Nullable String placeOf(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("cx.ecou."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse(null);
    }

    private static boolean isPassing(Throwable cause) {
        return PASSING.stream().anyMatch(type -> type.isInstance(cause))
                || cause instanceof SQLException sql && isPassing(sql);
    }

    /** Without a code it is not PostgreSQL that speaks, but the pool or a connection that is closed. */
    private static boolean isPassing(SQLException said) {
        String state = said.getSQLState();
        if (state == null) {
            return !(said instanceof PSQLException) && said.getCause() == null;
        }
        return PASSING_STATES.contains(state) || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
    }

    @Override
    public String toString() {
        return Stream.of(error, sqlState, constraint, at.isEmpty() ? null : "at " + at)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
