package cx.ecou.customer.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer said how they want to be written to. It replaces what they said about that before.
 *
 * @param statementId derived from customer and moment, so the same statement is recorded once
 * @param customerId of the part of the customer who said it: a merge does not change it
 * @param noMessages none at all, whatever else stands here
 * @param pausedUntil the first day on which messages may come again, in the reporting time zone
 * @param messages at most so many in {@code period}; null without a limit, then {@code period} is, too
 * @param preferredChannel by which the customer would rather be reached
 * @param at when the customer said so
 * @param by the colleague or key that passed it on; null when the customer did it in person
 */
@Revision("1")
public record PreferencesChanged(
        UUID statementId,
        UUID customerId,
        boolean noMessages,
        @Nullable LocalDate pausedUntil,
        @Nullable Integer messages,
        @Nullable MessagePeriod period,
        @Nullable Channel preferredChannel,
        StatementSource source,
        Instant at,
        @Nullable UUID by)
        implements CustomerEvent {}
