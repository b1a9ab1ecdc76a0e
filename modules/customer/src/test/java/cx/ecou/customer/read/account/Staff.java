package cx.ecou.customer.read.account;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a source says of somebody who works for a company. */
public final class Staff {

    private static final Instant MORNING = Instant.parse("2026-07-25T08:00:00Z");

    private Staff() {}

    /** Said in the morning. */
    public static CustomerDescribed of(
            @Nullable String account, String source, String ref, String name, @Nullable String role) {
        return of(account, source, ref, name, role, MORNING);
    }

    /** Said at some moment. */
    public static CustomerDescribed of(
            @Nullable String account, String source, String ref, String name, @Nullable String role, Instant at) {
        return new CustomerDescribed(
                Ids.next(),
                CustomerSeen.subjectOf(source, ref),
                source,
                ref,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                account,
                role,
                null,
                at);
    }
}
