package cx.ecou.platform.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers in the audit log who was not let in. A wrong password is remembered each time, since there can be only so many;
 * of tries during a pause one in five minutes is, or a stranger could fill the log.
 */
@Component
class TurnedAway {

    private static final int AT_MOST = 10_000;

    private final Accounts accounts;
    private final AuditTrail audit;
    private final Cache<String, Boolean> remembered;

    TurnedAway(Accounts accounts, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(SignInLimits.PAUSE)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** The account is named by its id; what was typed where there is none is forgotten. */
    void record(SignIn.Answer answer, String email, String address) {
        Optional<UUID> account = accounts.credentials(email).map(Accounts.Credentials::accountId);
        Deed tried = account.map(id -> Deed.of("sign-in", "account", id)).orElse(Deed.of("sign-in", "account"));
        if (answer instanceof SignIn.Wrong) {
            audit.record(tried.but(Deed.Outcome.REFUSED));
        } else if (remembered.asMap().putIfAbsent(address + " " + tried.id(), true) == null) {
            audit.record(tried.but(Deed.Outcome.LOCKED));
        }
    }
}
