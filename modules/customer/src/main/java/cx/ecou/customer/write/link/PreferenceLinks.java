package cx.ecou.customer.write.link;

import cx.ecou.kernel.DomainRuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links to a customer's own page of preferences. A link is 128 random bits, short enough for a text message, and opens nothing
 * else; its hash and its end stand in the database, so every node knows it, after a restart, too. It opens the page as often as
 * it is used.
 */
@Component
public class PreferenceLinks {

    /** A message may be read, and the link in it used, long after it was sent. */
    public static final Duration LASTS = Duration.ofDays(180);

    /** So long somebody is told that the link has expired, and not that it is unknown. */
    static final Duration REMEMBERED = Duration.ofDays(180);

    private static final String PATH = "/preferences/";

    private final JdbcClient jdbc;
    private final Clock clock;

    PreferenceLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a link; older ones go on opening the same page.
     *
     * @param customerId whose preferences it opens; of what is stated there, too, it is the part of the customer who said it
     * @throws DomainRuleViolation {@code customer.unknown}, {@code customer.erased}
     */
    public PreferenceLink make(UUID customerId) {
        check(customerId);
        SecretToken token = SecretToken.made();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(LASTS);
        jdbc.sql("""
                        insert into customer.preference_link (token_hash, customer_id, made_at, expires_at)
                        values (?, ?, ?, ?)
                        """)
                .param(token.hash())
                .param(customerId)
                .param(utc(now))
                .param(utc(expiresAt))
                .update();
        return new PreferenceLink(PATH + token.text(), expiresAt);
    }

    /** Where a link leads. Looking changes nothing. */
    public OpenedLink open(String token) {
        return jdbc.sql("""
                        select customer_id, expires_at <= ? or erased_at is not null as over
                          from customer.preference_link join customer.customer using (customer_id) where token_hash = ?
                        """)
                .param(utc(clock.instant()))
                .param(new SecretToken(token).hash())
                .query((row, n) -> row.getBoolean("over")
                        ? new OpenedLink(null, LinkProblem.EXPIRED)
                        : new OpenedLink(row.getObject("customer_id", UUID.class), null))
                .optional()
                .orElse(new OpenedLink(null, LinkProblem.UNKNOWN));
    }

    /** Forgets links whose end is long past. */
    void forgetOld() {
        jdbc.sql("delete from customer.preference_link where expires_at < ?")
                .param(utc(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private void check(UUID customerId) {
        boolean erased = jdbc.sql("select erased_at is not null from customer.customer where customer_id = ?")
                .param(customerId)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new DomainRuleViolation("customer.unknown"));
        if (erased) {
            throw new DomainRuleViolation("customer.erased");
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
