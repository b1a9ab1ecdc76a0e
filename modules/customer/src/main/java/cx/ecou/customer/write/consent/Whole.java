package cx.ecou.customer.write.consent;

import java.util.List;
import java.util.UUID;

/**
 * A customer with everybody who has been merged into them.
 *
 * @param parts their ids, the customer's own first
 */
record Whole(List<UUID> parts, boolean erased) {

    Whole {
        parts = List.copyOf(parts);
    }

    /** For PostgreSQL. */
    UUID[] ids() {
        return parts.toArray(UUID[]::new);
    }
}
