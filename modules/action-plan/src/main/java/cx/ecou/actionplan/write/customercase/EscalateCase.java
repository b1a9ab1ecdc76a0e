package cx.ecou.actionplan.write.customercase;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tell somebody above the owner that the customer has not heard from us in time. Refused: {@code case.not-yet-due},
 * {@code case.already-contacted}, {@code case.already-escalated}, {@code case.already-resolved},
 * {@code case.already-closed}.
 *
 * @param to the manager who must see to it
 */
public record EscalateCase(@TargetAggregateIdentifier UUID caseId, UUID to, Instant at) {}
