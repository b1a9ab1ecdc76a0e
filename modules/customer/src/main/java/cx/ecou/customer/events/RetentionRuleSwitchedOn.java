package cx.ecou.customer.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * From now on customers are erased by a rule.
 *
 * @param due how many would have been erased at that moment
 */
@Revision("1")
public record RetentionRuleSwitchedOn(UUID ruleId, long due, UUID by, Instant at) implements CustomerEvent {}
