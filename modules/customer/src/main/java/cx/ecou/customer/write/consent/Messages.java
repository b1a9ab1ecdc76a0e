package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.write.person.Whole;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When customers were sent something, as far back as a limit can reach. */
@Component
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID customerId, Instant at) {
        jdbc.sql("delete from customer.message where customer_id = ? and sent_at <= ?")
                .param(customerId)
                .param(utc(at.minus(MessagePeriod.MONTH.length())))
                .update();
        jdbc.sql("insert into customer.message (customer_id, sent_at) values (?, ?)")
                .param(customerId)
                .param(utc(at))
                .update();
    }

    /** When the limit lets the next one through; empty when it does so now. */
    Optional<Instant> nextAfter(Whole whole, MessageLimit limit, Instant now) {
        return jdbc.sql("""
                        select sent_at from customer.message where customer_id = any (?) and sent_at > ?
                         order by sent_at desc offset ? limit 1
                        """)
                .param(whole.ids())
                .param(utc(now.minus(limit.period().length())))
                .param(limit.messages() - 1)
                .query(OffsetDateTime.class)
                .optional()
                .map(sentAt -> sentAt.toInstant().plus(limit.period().length()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
