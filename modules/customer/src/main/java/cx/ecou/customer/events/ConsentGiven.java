package cx.ecou.customer.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer agreed to something.
 *
 * @param statementId derived from all that follows up to the moment, so the same statement is recorded once
 * @param customerId of the part of the customer who said it: a merge does not change it
 * @param textVersion of the text that the customer agreed to
 * @param at when the customer said so
 * @param by the colleague or key that passed it on; null when the customer did it in person
 */
@Revision("1")
public record ConsentGiven(
        UUID statementId,
        UUID customerId,
        Purpose purpose,
        Channel channel,
        String textVersion,
        StatementSource source,
        Instant at,
        @Nullable UUID by)
        implements CustomerEvent {}
