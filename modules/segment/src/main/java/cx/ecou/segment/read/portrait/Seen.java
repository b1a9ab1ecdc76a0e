package cx.ecou.segment.read.portrait;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.IdentityKind;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a subject was seen, once or several times.
 *
 * @param name under which it came, the first one
 */
record Seen(
        UUID subjectId,
        @Personal @Nullable String name,
        boolean hasEmail,
        boolean hasPhone,
        boolean hasCard,
        Instant since,
        Instant until) {

    static Seen of(CustomerSeen event, @Nullable String name, Instant at) {
        Set<IdentityKind> left = Acquaintances.left(event);
        return new Seen(
                event.subjectId(),
                name == null || name.isEmpty() ? null : name,
                left.contains(IdentityKind.EMAIL),
                left.contains(IdentityKind.PHONE),
                left.contains(IdentityKind.LOYALTY_CARD),
                at,
                at);
    }

    /** And once more. */
    Seen and(Seen next) {
        return new Seen(
                subjectId,
                name == null ? next.name : name,
                hasEmail || next.hasEmail,
                hasPhone || next.hasPhone,
                hasCard || next.hasCard,
                next.since.isBefore(since) ? next.since : since,
                next.until.isAfter(until) ? next.until : until);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
