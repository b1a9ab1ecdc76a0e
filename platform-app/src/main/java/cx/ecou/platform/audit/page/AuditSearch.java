package cx.ecou.platform.audit.page;

import cx.ecou.platform.audit.ActorKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not narrow.
 *
 * @param actorId of an account or a key
 * @param actorKind of those who have no id
 * @param until before that moment
 */
record AuditSearch(
        @Nullable UUID actorId,
        @Nullable ActorKind actorKind,
        @Nullable String action,
        @Nullable String kind,
        @Nullable String objectId,
        @Nullable Instant from,
        @Nullable Instant until) {}
