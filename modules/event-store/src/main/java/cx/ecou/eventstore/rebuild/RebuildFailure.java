package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.rebuild.ShadowWriter.NotHandled;
import cx.ecou.eventstore.rebuild.StoredHistory.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/**
 * What stopped a rebuild. It names no value of any event.
 *
 * @param error the class of the first cause
 * @param sqlState when PostgreSQL refused something
 * @param constraint of the table, when one was broken
 * @param position of the event that was being handled; null when it was none
 */
public record RebuildFailure(
        String error,
        @Nullable String sqlState,
        @Nullable String constraint,
        @Nullable Long position) {

    static RebuildFailure of(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        return new RebuildFailure(failure.error(), failure.sqlState(), failure.constraint(), position(thrown));
    }

    private static @Nullable Long position(Throwable thrown) {
        if (thrown instanceof NotHandled event) {
            return event.position();
        }
        return thrown instanceof UnreadableEvent event ? event.position() : null;
    }
}
