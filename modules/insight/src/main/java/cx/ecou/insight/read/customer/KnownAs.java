package cx.ecou.insight.read.customer;

import cx.ecou.customer.events.RecognisedBy;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under what a customer is known.
 *
 * @param source the system that has a key for them; null when they only left an address
 * @param ref the key there
 * @param name as it was described, else as it came with feedback
 * @param email likewise
 * @param by why it was held to be this customer
 * @param at when
 * @param description position of the newest description, which tells the rest; null when the source never described them
 */
public record KnownAs(
        UUID subjectId,
        @Nullable String source,
        @Nullable String ref,
        @Personal @Nullable String name,
        @Personal @Nullable String email,
        RecognisedBy by,
        @Nullable Instant at,
        @Nullable Long description) {

    static KnownAs read(ResultSet row) throws SQLException {
        return new KnownAs(
                row.getObject("subject_id", UUID.class),
                row.getString("source"),
                row.getString("ref"),
                row.getString("name"),
                row.getString("email"),
                RecognisedBy.valueOf(row.getString("recognised_by")),
                Customers.instant(row, "recognised_at"),
                row.getObject("description", Long.class));
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
