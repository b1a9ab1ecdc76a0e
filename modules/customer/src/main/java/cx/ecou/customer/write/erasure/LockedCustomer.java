package cx.ecou.customer.write.erasure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer about whom nobody else decides until the end of the transaction.
 *
 * @param customerId of the whole
 * @param parts the ids of everybody who has been merged, the customer's own first
 * @param erasureId when they have been erased already
 */
record LockedCustomer(
        UUID customerId, List<UUID> parts, @Nullable UUID erasureId) {

    LockedCustomer {
        parts = List.copyOf(parts);
    }
}
