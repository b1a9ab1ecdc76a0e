package cx.ecou.customer.write.export;

import java.time.Instant;
import java.util.UUID;

/**
 * All that is known of one person, or the promise of it.
 *
 * @param customerId who the person was when it was asked for
 * @param expiresAt when it can be fetched no more
 */
public record Export(UUID exportId, UUID customerId, Instant requestedAt, ExportState state, Instant expiresAt) {}
