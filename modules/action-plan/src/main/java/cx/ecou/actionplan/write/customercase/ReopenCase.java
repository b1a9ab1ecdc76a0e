package cx.ecou.actionplan.write.customercase;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take up a resolved or closed case again, with a new due time. Refused: {@code case.not-resolved}.
 *
 * @param reason within {@link Words}
 */
public record ReopenCase(@TargetAggregateIdentifier UUID caseId, String reason, UUID by, Instant at, Instant dueAt) {

    public ReopenCase {
        Words.check(reason);
        if (!dueAt.isAfter(at)) {
            throw new IllegalArgumentException("a case is due after it was opened again");
        }
    }

    @Override
    public String toString() {
        return "ReopenCase[" + caseId + "]";
    }
}
