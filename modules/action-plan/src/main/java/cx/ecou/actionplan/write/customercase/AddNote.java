package cx.ecou.actionplan.write.customercase;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Write down what the next one should know. Never refused.
 *
 * @param text within {@link Words}
 */
public record AddNote(@TargetAggregateIdentifier UUID caseId, String text, UUID by, Instant at) {

    public AddNote {
        Words.check(text);
    }

    @Override
    public String toString() {
        return "AddNote[" + caseId + "]";
    }
}
