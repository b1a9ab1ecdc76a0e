package cx.ecou.actionplan.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answers for the case from now on: the first owner, or another one.
 *
 * @param owner the colleague
 * @param by who gave it; null when the platform's own rule did
 */
@Revision("1")
public record CaseAssigned(
        UUID caseId, UUID owner, @Nullable UUID by, Instant at) implements ActionPlanEvent {}
