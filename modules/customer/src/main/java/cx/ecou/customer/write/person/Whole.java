package cx.ecou.customer.write.person;

import java.util.List;
import java.util.UUID;

/**
 * A customer with everybody who has been merged into them.
 *
 * @param parts their ids, the customer's own first
 */
public record Whole(List<UUID> parts, boolean erased) {

    public Whole {
        parts = List.copyOf(parts);
    }

    /** Of the whole. */
    public UUID customerId() {
        return parts.get(0);
    }

    /** Of all parts, for PostgreSQL. */
    public UUID[] ids() {
        return parts.toArray(UUID[]::new);
    }
}
