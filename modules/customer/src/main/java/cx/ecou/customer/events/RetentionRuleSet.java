package cx.ecou.customer.events;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * For how long customers are to be kept was said, for the first time or anew. Nobody is erased by it until it is switched on.
 *
 * @param source whose customers; null for every source that has no rule of its own
 * @param days after which a customer of whom nothing was heard is erased
 */
@Revision("1")
public record RetentionRuleSet(
        UUID ruleId, RetentionKind kind, @Nullable String source, int days, UUID by, Instant at)
        implements CustomerEvent {}
