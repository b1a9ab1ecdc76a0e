package cx.ecou.customer.read.directory;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of a subject.
 *
 * @param seenAt when nothing is said but that the subject was seen; else null
 * @param tells by what kinds of identities
 */
record Change(UUID subjectId, @Nullable Instant seenAt, Set<IdentityKind> tells, String sql, Object... values) {

    static Change of(UUID subjectId, String sql, Object... values) {
        return new Change(subjectId, null, Set.of(), sql, values);
    }

    static Change seen(CustomerSeen event, Instant at, String sql, Object... values) {
        Set<IdentityKind> tells =
                event.identities().stream().map(Identity::kind).collect(Collectors.toUnmodifiableSet());
        return new Change(event.subjectId(), at, tells, sql, values);
    }
}
