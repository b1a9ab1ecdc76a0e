package cx.ecou.segment.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who enters or leaves a segment.
 *
 * @param customerId pseudonymous
 * @param findings one for each condition of the rule; none of somebody who is no customer any more
 */
public record Member(UUID customerId, List<Finding> findings) {

    public Member(UUID customerId, @Nullable List<Finding> findings) {
        this.customerId = customerId;
        this.findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
