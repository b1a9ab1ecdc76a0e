package cx.ecou.customer.read.account;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer who acts for a company.
 *
 * @param name of the description that is newest, of whichever source
 * @param email the first of the description that is newest
 * @param role in the company: decision maker, user, buyer
 */
public record AccountPerson(
        UUID customerId,
        @Personal @Nullable String name,
        @Personal @Nullable String email,
        @Nullable String role,
        Instant lastSeenAt) {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
