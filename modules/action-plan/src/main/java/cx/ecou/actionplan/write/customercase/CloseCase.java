package cx.ecou.actionplan.write.customercase;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a resolved case away. Refused: {@code case.not-resolved}, {@code case.already-closed}. */
public record CloseCase(@TargetAggregateIdentifier UUID caseId, UUID by, Instant at) {}
