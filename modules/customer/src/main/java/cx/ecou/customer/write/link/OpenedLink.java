package cx.ecou.customer.write.link;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a link leads.
 *
 * @param customerId whose preferences it opens; null when it opens none
 * @param problem why not; null when it does
 */
public record OpenedLink(
        @Nullable UUID customerId, @Nullable LinkProblem problem) {}
