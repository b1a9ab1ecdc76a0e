package cx.ecou.platform.access.key;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import cx.ecou.kernel.ApiClient;
import cx.ecou.platform.access.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Recognises keys, thousands a second: what the table says of a key, also that there is none, is remembered for three
 * seconds. So long can a revocation take to reach the other nodes.
 */
@Component
public class KeyRing {

    static final Duration REMEMBERED = Duration.ofSeconds(3);
    static final Duration LAST_USE_GRAIN = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final KeyTable table;
    private final KnownScopes scopes;
    private final Clock clock;
    private final LoadingCache<String, Optional<ApiKey>> remembered;

    KeyRing(KeyTable table, KnownScopes scopes, Clock clock) {
        this.table = table;
        this.scopes = scopes;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build(table::byPublicId);
    }

    /** The program behind a key; empty if the key is unknown, expired or revoked. */
    public Optional<ApiClient> recognise(String shown) {
        return KeyText.read(shown).flatMap(this::recognise);
    }

    /** Asks the table again at the next request. */
    void forget(String publicId) {
        remembered.invalidate(publicId);
    }

    private Optional<ApiClient> recognise(KeyText shown) {
        Instant now = clock.instant();
        Optional<ApiKey> key = remembered
                .get(shown.publicId())
                .filter(stored -> Secrets.same(stored.secretHash(), shown.hash()))
                .filter(stored -> stored.stateAt(now) == ApiKey.State.ACTIVE);
        key.ifPresent(used -> noteUse(used, now));
        return key.map(stored -> stored.client(scopes));
    }

    private void noteUse(ApiKey key, Instant now) {
        Instant last = key.lastUsedAt();
        if (last == null || !last.isAfter(now.minus(LAST_USE_GRAIN))) {
            table.used(key.id(), now, LAST_USE_GRAIN);
            remembered.asMap().replace(key.publicId(), Optional.of(key), Optional.of(key.usedAt(now)));
        }
    }
}
