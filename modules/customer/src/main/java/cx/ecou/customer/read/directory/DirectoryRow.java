package cx.ecou.customer.read.directory;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the list.
 *
 * @param name of the description that is newest
 * @param email the first of the description that is newest
 * @param account the company that the customer acts for
 * @param subjects under how many keys and addresses the customer is known
 */
public record DirectoryRow(
        UUID customerId,
        @Personal @Nullable String name,
        @Personal @Nullable String email,
        @Nullable String account,
        @Nullable String language,
        int subjects,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
