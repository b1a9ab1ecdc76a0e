package cx.ecou.customer.write.person;

import cx.ecou.customer.events.CustomerSeen;
import java.time.Instant;

/**
 * A customer was seen.
 *
 * @param at when that was recorded
 */
public record Sighting(CustomerSeen seen, Instant at) {}
