package cx.ecou.customer.events;

import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A subject that had not been seen before belongs to a customer from now on. Recorded once for each subject; later only
 * {@link CustomersMerged} and {@link MergeUndone} move it.
 *
 * @param subjectId pseudonymous, as in {@link CustomerSeen}
 * @param customerId to whom it belongs; that of the first subject of a customer is the customer's own
 * @param by why
 * @param source the system that has a key for the subject
 * @param ref the key there
 */
@Revision("1")
public record SubjectRecognised(
        UUID subjectId,
        UUID customerId,
        RecognisedBy by,
        @Nullable String source,
        @Nullable String ref) implements CustomerEvent {}
