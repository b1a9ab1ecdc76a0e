package cx.ecou.platform.access.key;

import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of all integrations. An integration, known by its name, has one key; while it changes over, two. */
@Component
public class ApiKeys {

    private static final int AT_ONCE = 2;
    private static final String KIND = "api-key";
    private static final String GIVEN_NAME = "ECOU_API_KEY";

    private final KeyTable table;
    private final KeyRing ring;
    private final Clock clock;
    private final AuditTrail audit;

    ApiKeys(KeyTable table, KeyRing ring, Clock clock, AuditTrail audit) {
        this.table = table;
        this.ring = ring;
        this.clock = clock;
        this.audit = audit;
    }

    public List<ApiKey> all() {
        return table.all();
    }

    public Optional<ApiKey> find(UUID id) {
        return table.byId(id);
    }

    /**
     * The first key of an integration.
     *
     * @param expiresAt null: never
     * @return the key; it is never shown again
     * @throws DomainRuleViolation {@code api-key.name-taken} if this name has a key that works
     */
    @Transactional
    public String make(String name, Set<String> scopes, @Nullable Instant expiresAt, UUID createdBy) {
        if (!table.activeOf(name, clock.instant()).isEmpty()) {
            throw new DomainRuleViolation("api-key.name-taken", name);
        }
        return issue(name, scopes, expiresAt, createdBy, "made");
    }

    /**
     * A second key for the same integration, so that it can change over without a pause. It lasts as long as the first.
     *
     * @return the key; it is never shown again
     * @throws DomainRuleViolation {@code api-key.two-active} if it has two already, {@code api-key.not-active} if the
     *     key to be replaced does not work any more
     */
    @Transactional
    public String rotate(UUID id, UUID createdBy) {
        ApiKey old = table.byId(id).orElseThrow();
        if (table.activeOf(old.name(), clock.instant()).size() >= AT_ONCE) {
            throw new DomainRuleViolation("api-key.two-active", old.name());
        }
        if (old.stateAt(clock.instant()) != ApiKey.State.ACTIVE) {
            throw new DomainRuleViolation("api-key.not-active", old.name());
        }
        return issue(old.name(), old.scopes(), sameTermAs(old), createdBy, "rotated");
    }

    /** From now on the key is refused; by other nodes within three seconds. */
    @Transactional
    public void revoke(UUID id) {
        table.revoke(id, clock.instant());
        audit.changed(KIND, id, "revoked");
        table.byId(id).ifPresent(key -> ring.forget(key.publicId()));
    }

    /**
     * The key that the operator gave at the start: may do everything, never expires. Another one replaces it. Once
     * revoked on the page the same key stays revoked.
     */
    @Transactional
    public void accept(String given) {
        KeyText key = KeyText.read(given).orElseThrow(() -> new IllegalArgumentException("not a key"));
        table.activeOf(GIVEN_NAME, clock.instant());
        table.revokeGivenExcept(key.publicId(), clock.instant()).forEach(id -> audit.changed(KIND, id, "revoked"));
        if (table.byPublicId(key.publicId()).isEmpty()) {
            ApiKey stored = stored(key, GIVEN_NAME, Set.of(ApiKey.EVERYTHING), null);
            table.insert(stored, null);
            audit.changed(KIND, stored.id(), "made");
        }
    }

    private String issue(String name, Set<String> scopes, @Nullable Instant expiresAt, UUID createdBy, String action) {
        KeyText key = KeyText.next();
        ApiKey stored = stored(key, name, scopes, expiresAt);
        table.insert(stored, createdBy);
        audit.changed(KIND, stored.id(), action);
        return key.text();
    }

    private ApiKey stored(KeyText key, String name, Set<String> scopes, @Nullable Instant expiresAt) {
        return new ApiKey(Ids.next(), key.publicId(), key.hash(), name, scopes, clock.instant(), expiresAt, null, null);
    }

    private @Nullable Instant sameTermAs(ApiKey old) {
        return old.expiresAt() == null
                ? null
                : clock.instant().plus(Duration.between(old.createdAt(), old.expiresAt()));
    }
}
