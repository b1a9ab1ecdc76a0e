package cx.ecou.platform.access.link;

import cx.ecou.platform.access.Secrets;
import cx.ecou.platform.access.Sweep;
import cx.ecou.webshell.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that open one form once. Looking at it does not use it up; only the hash is stored. A new link for an account
 * replaces its older ones; a password that has been set replaces them all.
 */
@Component
public class OneTimeLinks implements Sweep {

    public static final Duration SET_UP_LASTS = Duration.ofHours(24);
    public static final Duration INVITATION_LASTS = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    OneTimeLinks(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** @return the token of a link with which the first administrator makes an account */
    public String forSetUp() {
        return issue(null, SET_UP_LASTS);
    }

    /** @return the token of a link with which the account's owner chooses a password */
    @Transactional
    public String forPassword(UUID accountId) {
        withdraw(accountId);
        audit.changed("account", accountId, "link-made");
        return issue(accountId, INVITATION_LASTS);
    }

    /** Whether this link may still set up the first administrator. */
    public boolean setsUp(String token) {
        return jdbc.sql("""
                        select exists (select from access.one_time_link
                        where token_hash = :hash and used_at is null and expires_at > :now and account_id is null)
                        """)
                .param("hash", Secrets.sha256(token))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** The open account whose password this link may still set. */
    public Optional<UUID> accountOf(String token) {
        return jdbc.sql("""
                        select account_id from access.one_time_link join access.account using (account_id)
                        where token_hash = :hash and used_at is null and expires_at > :now and closed_at is null
                        """)
                .param("hash", Secrets.sha256(token))
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Uses the link up. Of two that try at the same moment one is told true. */
    public boolean use(String token) {
        return jdbc.sql("""
                        update access.one_time_link set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now
                        """)
                        .param("hash", Secrets.sha256(token))
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Removes the links that nobody can use any more. */
    @Override
    public void sweep() {
        jdbc.sql("delete from access.one_time_link where expires_at <= :now or used_at is not null")
                .param("now", now())
                .update();
    }

    private void withdraw(UUID accountId) {
        jdbc.sql("delete from access.one_time_link where account_id = :account")
                .param("account", accountId)
                .update();
    }

    private String issue(@Nullable UUID accountId, Duration lasts) {
        String token = Secrets.next();
        jdbc.sql("""
                        insert into access.one_time_link (token_hash, account_id, created_at, expires_at)
                        values (:hash, :account, :now, :expires)
                        """)
                .param("hash", Secrets.sha256(token))
                .param("account", accountId)
                .param("now", now())
                .param("expires", Timestamp.from(clock.instant().plus(lasts)))
                .update();
        return token;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
