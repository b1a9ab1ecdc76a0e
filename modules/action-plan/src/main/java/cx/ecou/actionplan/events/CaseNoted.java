package cx.ecou.actionplan.events;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote down what the next one should know. Allowed at any time, also on a closed case.
 *
 * @param subjectId whom the text is about
 * @param text as written; null once erased
 */
@Revision("1")
public record CaseNoted(
        UUID caseId,
        @DataSubject UUID subjectId,
        @Personal @Nullable String text,
        @Nullable UUID by,
        Instant at) implements ActionPlanEvent {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
