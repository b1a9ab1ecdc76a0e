package cx.ecou.customer.events;

import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Two customers that had been merged are two again, each with what was recognised as theirs, before or since.
 *
 * @param mergeId the decision that is undone
 * @param customerId of whom the other was a part
 * @param separatedId who is a customer of their own again
 * @param subjects that are the second one's again
 * @param by the colleague who decided; null when a restore has brought back somebody who had been separated before
 */
@Revision("1")
public record MergeUndone(
        UUID mergeId,
        UUID customerId,
        UUID separatedId,
        List<UUID> subjects,
        @Nullable UUID by) implements CustomerEvent {

    public MergeUndone {
        subjects = List.copyOf(subjects);
    }
}
