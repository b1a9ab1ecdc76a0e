package cx.ecou.customer.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** Nobody is erased by a rule any more. */
@Revision("1")
public record RetentionRuleSwitchedOff(UUID ruleId, UUID by, Instant at) implements CustomerEvent {}
