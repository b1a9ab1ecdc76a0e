package cx.ecou.actionplan.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The resolved case was checked and put away.
 *
 * @param by who checked it, or the API key that reported it
 */
@Revision("1")
public record CaseClosed(UUID caseId, @Nullable UUID by, Instant at) implements ActionPlanEvent {}
