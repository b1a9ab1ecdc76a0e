package cx.ecou.platform.access.session;

import cx.ecou.platform.access.Secrets;
import cx.ecou.platform.access.Sweep;
import cx.ecou.platform.access.account.AccountRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sessions of all nodes. A session ends when nothing was asked for 30 minutes, 12 hours after signing in, at
 * sign-out, and when the role or password of its account changes. The account is read with it, every time.
 */
@Component
public class PageSessions implements Sweep {

    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration AT_MOST = Duration.ofHours(12);
    /** How exactly the last request is remembered: not every page view has to write. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    PageSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the token that the browser is to keep */
    public String open(UUID accountId) {
        String token = Secrets.next();
        jdbc.sql("""
                        insert into access.session (token_hash, account_id, created_at, seen_at)
                        values (:hash, :account, :now, :now)
                        """)
                .param("hash", Secrets.sha256(token))
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** The session as long as it lives; asking keeps it alive. */
    public Optional<PageSession> use(String token) {
        Optional<PageSession> session = find(token);
        session.filter(s -> s.seenAt().isBefore(clock.instant().minus(GRAIN))).ifPresent(this::seen);
        return session;
    }

    /** The session as long as it lives; asking does not prolong it. */
    public Optional<PageSession> find(String token) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select session.created_at as began_at, session.seen_at, session.flash, %s
                        from access.session join access.account using (account_id)
                        where token_hash = :hash and seen_at > :idle and session.created_at > :oldest
                        and closed_at is null
                        """.formatted(AccountRow.COLUMNS))
                .param("hash", Secrets.sha256(token))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("oldest", Timestamp.from(now.minus(AT_MOST)))
                .query((row, n) -> read(token, row))
                .optional();
    }

    public void end(String token) {
        jdbc.sql("delete from access.session where token_hash = :hash")
                .param("hash", Secrets.sha256(token))
                .update();
    }

    /** Remembers what the next page is to say; null forgets it. */
    public void flash(String token, @Nullable String json) {
        jdbc.sql("update access.session set flash = cast(:json as jsonb) where token_hash = :hash")
                .param("hash", Secrets.sha256(token))
                .param("json", json)
                .update();
    }

    /** Removes the rows of sessions that have ended by themselves. */
    @Override
    public void sweep() {
        jdbc.sql("delete from access.session where seen_at <= :idle or created_at <= :oldest")
                .param("idle", Timestamp.from(clock.instant().minus(IDLE)))
                .param("oldest", Timestamp.from(clock.instant().minus(AT_MOST)))
                .update();
    }

    private void seen(PageSession session) {
        jdbc.sql("update access.session set seen_at = :now where token_hash = :hash")
                .param("hash", Secrets.sha256(session.token()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static PageSession read(String token, ResultSet row) throws SQLException {
        return new PageSession(
                token,
                AccountRow.read(row),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getString("flash"));
    }
}
