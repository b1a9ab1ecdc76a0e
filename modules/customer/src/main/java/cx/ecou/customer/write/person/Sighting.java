package cx.ecou.customer.write.person;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer was seen.
 *
 * @param identities all that it tells, put into their form once: that of a telephone number takes a while
 * @param at when that was recorded
 */
public record Sighting(CustomerSeen seen, List<Identity> identities, Instant at) {

    public Sighting(CustomerSeen seen, Instant at) {
        this(seen, seen.identities(), at);
    }

    UUID subjectId() {
        return seen.subjectId();
    }
}
