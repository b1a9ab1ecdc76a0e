package cx.ecou.customer.events;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Two customers who looked like one are two. Rules will neither merge nor suggest them again.
 *
 * @param decisionId of this decision
 * @param by the colleague who decided
 */
@Revision("1")
public record DuplicateDismissed(UUID decisionId, UUID customerId, UUID otherId, UUID by) implements CustomerEvent {}
