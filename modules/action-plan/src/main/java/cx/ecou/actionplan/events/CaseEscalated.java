package cx.ecou.actionplan.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The due time passed and the customer had not heard from us: somebody above the owner was told. Once for each due
 * time; the owner stays.
 *
 * @param to the manager who must see to it
 */
@Revision("1")
public record CaseEscalated(UUID caseId, UUID to, Instant at) implements ActionPlanEvent {}
