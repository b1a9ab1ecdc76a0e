package cx.ecou.customer.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer was erased: with this event the keys of all their subjects are destroyed, and what had been recorded of them
 * reads as if nothing personal had been said. Whoever keeps something of it in the clear takes it out when it meets this
 * event, and leaves what is counted as it is.
 *
 * <p>It may come again for the same customer: after a restore, of a history that does not know of it.
 *
 * @param erasureId of this erasure, under which its proof is found
 * @param customerId the whole customer, whom nobody can merge or describe any more
 * @param subjects all of them, also those of customers who had been merged into this one
 * @param by the colleague or key that asked for it; null when a rule or a restore did
 */
@Revision("1")
public record CustomerErased(
        UUID erasureId,
        UUID customerId,
        List<UUID> subjects,
        ErasureReason reason,
        @Nullable UUID by,
        Instant at) implements CustomerEvent {

    public CustomerErased {
        subjects = List.copyOf(subjects);
    }
}
