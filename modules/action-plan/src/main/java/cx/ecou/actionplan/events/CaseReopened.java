package cx.ecou.actionplan.events;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * It was not over after all. The owner stays, the customer must hear from us again, and a new due time runs; it can
 * escalate once more.
 *
 * @param subjectId whom the reason is about
 * @param reason why, as written; null once erased
 * @param dueAt until when the customer must hear from us again
 */
@Revision("1")
public record CaseReopened(
        UUID caseId,
        @DataSubject UUID subjectId,
        @Personal @Nullable String reason,
        @Nullable UUID by,
        Instant at,
        Instant dueAt)
        implements ActionPlanEvent {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
