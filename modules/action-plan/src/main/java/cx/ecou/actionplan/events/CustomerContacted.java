package cx.ecou.actionplan.events;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer heard from us about the case. An attempt that reached nobody is a {@link CaseNoted note}.
 *
 * @param subjectId whom the note is about
 * @param note what was said
 * @param by who spoke with the customer, or the API key that reported it
 */
@Revision("1")
public record CustomerContacted(
        UUID caseId,
        @DataSubject UUID subjectId,
        ContactChannel channel,
        @Personal @Nullable String note,
        @Nullable UUID by,
        Instant at)
        implements ActionPlanEvent {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
