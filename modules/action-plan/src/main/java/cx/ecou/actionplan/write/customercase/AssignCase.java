package cx.ecou.actionplan.write.customercase;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make somebody answer for the case, in any state in which there is still work to do. Nothing happens when they do
 * already. Refused: {@code case.already-resolved}, {@code case.already-closed}.
 */
public record AssignCase(@TargetAggregateIdentifier UUID caseId, UUID owner, UUID by, Instant at) {}
