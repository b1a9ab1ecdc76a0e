package cx.ecou.customer.read.account;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company, as one source knows it.
 *
 * @param source the system
 * @param ref its key of the company
 * @param name under which it trades; null when the source has not said so
 * @param attributes further facts, by name
 * @param describedAt when the source described it last; null when only customers have named it
 * @param people how many customers act for it
 */
public record AccountRow(
        UUID accountId,
        String source,
        String ref,
        @Nullable String name,
        Map<String, String> attributes,
        @Nullable Instant describedAt,
        int people) {

    /** Its name, or its key while there is none. */
    public String title() {
        return name == null ? ref : name;
    }
}
