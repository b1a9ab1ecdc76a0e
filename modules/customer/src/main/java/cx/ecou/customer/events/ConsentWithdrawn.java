package cx.ecou.customer.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer does not agree to something, or no longer.
 *
 * @param statementId as in {@link ConsentGiven}
 * @param customerId of the part of the customer who said it: a merge does not change it
 * @param at when the customer said so
 * @param by the colleague or key that passed it on; null when the customer did it in person
 */
@Revision("1")
public record ConsentWithdrawn(
        UUID statementId,
        UUID customerId,
        Purpose purpose,
        Channel channel,
        StatementSource source,
        Instant at,
        @Nullable UUID by)
        implements CustomerEvent {}
