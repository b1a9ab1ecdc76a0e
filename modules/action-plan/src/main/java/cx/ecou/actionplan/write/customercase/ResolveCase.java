package cx.ecou.actionplan.write.customercase;

import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Say how it ended and what had caused it. An outcome that one can only know after speaking with the customer needs a
 * recorded contact since the case was opened, or opened again. Refused: {@code case.not-assigned},
 * {@code case.not-contacted}, {@code case.already-resolved}, {@code case.already-closed}.
 *
 * @param note within {@link Words}; needed when the cause is {@link RootCause#OTHER}
 */
public record ResolveCase(
        @TargetAggregateIdentifier UUID caseId,
        Outcome outcome,
        RootCause rootCause,
        @Nullable String note,
        UUID by,
        Instant at) {

    public ResolveCase {
        if (note != null) {
            Words.check(note);
        } else if (rootCause == RootCause.OTHER) {
            throw new IllegalArgumentException("a cause that is not on the list is named in the note");
        }
    }

    @Override
    public String toString() {
        return "ResolveCase[" + caseId + ", " + outcome + ", " + rootCause + "]";
    }
}
