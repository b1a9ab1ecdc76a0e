package cx.ecou.platform.access.key;

import cx.ecou.kernel.ApiClient;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored.
 *
 * @param publicId the part of the key that names it
 * @param name of the integration that holds it
 * @param scopes what it may do; {@code *} is everything, also what later versions add
 * @param expiresAt null: never
 * @param lastUsedAt to the minute; null: never used
 */
public record ApiKey(
        UUID id,
        String publicId,
        byte[] secretHash,
        String name,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public static final String EVERYTHING = "*";

    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !expiresAt.isAfter(now) ? State.EXPIRED : State.ACTIVE;
    }

    public boolean mayDoEverything() {
        return scopes.contains(EVERYTHING);
    }

    /** The program that shows this key. */
    ApiClient client(KnownScopes known) {
        return new ApiClient(id, name, mayDoEverything() ? known.all() : scopes);
    }

    ApiKey usedAt(Instant now) {
        return new ApiKey(id, publicId, secretHash, name, scopes, createdAt, expiresAt, now, revokedAt);
    }

    @Override
    public String toString() {
        return "ApiKey[" + publicId + ", " + name + ", " + scopes + "]";
    }
}
