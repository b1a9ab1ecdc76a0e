package cx.ecou.customer.events;

import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Two customers turned out to be one. Their histories stay as they are; what belonged to the second belongs to the first.
 *
 * @param mergeId of this decision, by which it can be undone
 * @param customerId the one that remains
 * @param mergedId the one that is part of it from now on
 * @param subjects that were the second one's and are the first one's now
 * @param because by what they were found to be one; null when a person said so without such a reason
 * @param by the colleague who decided; null when the rules did
 */
@Revision("1")
public record CustomersMerged(
        UUID mergeId,
        UUID customerId,
        UUID mergedId,
        List<UUID> subjects,
        @Nullable IdentityKind because,
        @Nullable UUID by)
        implements CustomerEvent {

    public CustomersMerged {
        subjects = List.copyOf(subjects);
    }
}
