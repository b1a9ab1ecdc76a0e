package cx.ecou.eventstore.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * What stopped a rebuild. It names no value of any event.
 *
 * @param errorClass the simple name of the exception
 * @param sqlState when PostgreSQL refused something
 * @param constraint of the table, when one was broken
 * @param position of the event that was being handled; null when it was none
 */
public record RebuildFailure(
        String errorClass,
        @Nullable String sqlState,
        @Nullable String constraint,
        @Nullable Long position) {}
