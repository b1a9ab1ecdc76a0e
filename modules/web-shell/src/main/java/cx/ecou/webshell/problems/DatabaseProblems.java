package cx.ecou.webshell.problems;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What is said when the database is away: the request may be right, and soon there may be somebody to ask. */
final class DatabaseProblems {

    static final Problem AWAY = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "The database does not answer now. Send the same again in a moment.")
            .withHeader(HttpHeaders.RETRY_AFTER, "5");

    private static final int CAUSES_LOOKED_AT = 12;

    /** Connections that fail; and those that PostgreSQL ends or refuses because it stops, has crashed or is starting. */
    private static final Pattern AWAY_STATES = Pattern.compile("08...|57P0.");

    private DatabaseProblems() {}

    /** The problem behind a failure of the connection; null when the database could be asked. */
    static @Nullable Problem of(Throwable failure) {
        return anyCause(failure, DatabaseProblems::isAway) ? AWAY : null;
    }

    /** Whether it was the database that spoke, or the way to it. */
    static boolean isBehind(Throwable failure) {
        return anyCause(failure, SQLException.class::isInstance);
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> sought) {
        Throwable cause = failure;
        for (int looked = 0; cause != null && looked < CAUSES_LOOKED_AT; looked++) {
            if (sought.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException said && isAway(said);
    }

    /** Without a code it is the pool that speaks: of a connection that it has closed. */
    private static boolean isAway(SQLException said) {
        String state = said.getSQLState();
        return state == null
                ? said.getClass() == SQLException.class && said.getCause() == null
                : AWAY_STATES.matcher(state).matches();
    }
}
