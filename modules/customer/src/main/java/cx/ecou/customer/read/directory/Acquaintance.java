package cx.ecou.customer.read.directory;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as one source knows them.
 *
 * @param source the system that has a key for them; null when they only left an address
 * @param ref the key there
 * @param language in which they want to be addressed, a BCP 47 tag
 * @param timeZone an IANA name
 * @param account the key, in the same system, of the company that they act for
 * @param role there
 * @param describedAt when the source described them last; null when it never did
 */
public record Acquaintance(
        UUID subjectId,
        @Nullable String source,
        @Nullable String ref,
        @Personal @Nullable String name,
        @Personal List<String> emails,
        @Personal List<String> phones,
        @Personal List<String> loyaltyCards,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String account,
        @Nullable String role,
        @Personal Map<String, String> attributes,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant describedAt) {

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
