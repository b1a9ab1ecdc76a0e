package cx.ecou.actionplan.events;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The work on the case is done.
 *
 * @param subjectId whom the note is about
 * @param outcome how it ended for the customer
 * @param rootCause why it had happened
 * @param note further words; always there when the cause is {@link RootCause#OTHER}, until erased
 */
@Revision("1")
public record CaseResolved(
        UUID caseId,
        @DataSubject UUID subjectId,
        Outcome outcome,
        RootCause rootCause,
        @Personal @Nullable String note,
        @Nullable UUID by,
        Instant at)
        implements ActionPlanEvent {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
