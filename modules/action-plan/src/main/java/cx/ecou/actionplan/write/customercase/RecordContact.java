package cx.ecou.actionplan.write.customercase;

import cx.ecou.actionplan.events.ContactChannel;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Record that the customer heard from us; the first one ends the running due time. Refused: {@code case.not-assigned},
 * {@code case.already-resolved}, {@code case.already-closed}.
 *
 * @param note what was said, within {@link Words}
 */
public record RecordContact(
        @TargetAggregateIdentifier UUID caseId, ContactChannel channel, String note, UUID by, Instant at) {

    public RecordContact {
        Words.check(note);
    }

    @Override
    public String toString() {
        return "RecordContact[" + caseId + "]";
    }
}
