package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.rebuild.ShadowWriter.NotHandled;
import cx.ecou.eventstore.rebuild.StoredHistory.UnreadableEvent;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what another attempt may mend from what somebody must look at, and says the latter without a word of any event. */
final class Failures {

    static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The connection broke, a conflict, no resources, an operator stepped in. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private Failures() {}

    static boolean isTransient(Throwable failure) {
        return cause(failure, CannotCreateTransactionException.class).isPresent()
                || sqlState(failure)
                        .filter(state -> PASSING.contains(state.substring(0, 2)))
                        .isPresent();
    }

    static boolean isLockNotAvailable(Throwable failure) {
        return sqlState(failure).filter(LOCK_NOT_AVAILABLE::equals).isPresent();
    }

    static RebuildFailure describe(Throwable failure) {
        boolean ofAnEvent = failure instanceof NotHandled || failure instanceof UnreadableEvent;
        Throwable named = ofAnEvent && failure.getCause() != null ? failure.getCause() : failure;
        return new RebuildFailure(
                named.getClass().getSimpleName(),
                sqlState(failure).orElse(null),
                cause(failure, PSQLException.class)
                        .map(PSQLException::getServerErrorMessage)
                        .map(ServerErrorMessage::getConstraint)
                        .orElse(null),
                position(failure));
    }

    private static @Nullable Long position(Throwable failure) {
        if (failure instanceof NotHandled event) {
            return event.position();
        }
        return failure instanceof UnreadableEvent event ? event.position() : null;
    }

    private static Optional<String> sqlState(Throwable failure) {
        return cause(failure, SQLException.class).map(SQLException::getSQLState).filter(state -> state.length() == 5);
    }

    private static <E> Optional<E> cause(@Nullable Throwable failure, Class<E> type) {
        if (failure == null) {
            return Optional.empty();
        }
        return type.isInstance(failure) ? Optional.of(type.cast(failure)) : cause(failure.getCause(), type);
    }
}
