package cx.ecou.segment.read.portrait;

import cx.ecou.eventstore.Shadow;
import cx.ecou.segment.events.MembershipCause;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Of whom something new is known, so that rules are to be asked again. It is written with the portrait: whoever takes a customer
 * from here sees what is new. A rebuild tells nothing new.
 */
@Component
public class Examinations {

    /** Whoever waits is not written again because of news. */
    private static final String ASK = """
            insert into segment.examination as asked (customer_id, cause) select * from unnest(?::uuid[], ?::text[])
            on conflict (customer_id) do update set cause = excluded.cause
              where excluded.cause <> 'NEWS' and asked.cause <> excluded.cause
            """;

    private final JdbcTemplate jdbc;

    Examinations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A customer to be examined, and why. */
    public record Examination(UUID customerId, MembershipCause cause) {}

    /** @param causes of those of whom more is to be said than that something was learnt */
    void ask(Collection<UUID> customers, Map<UUID, MembershipCause> causes) {
        if (Shadow.beingWritten() == null && !customers.isEmpty()) {
            List<UUID> asked = customers.stream().sorted().toList();
            jdbc.update(
                    ASK,
                    asked.toArray(UUID[]::new),
                    asked.stream()
                            .map(customer -> causes.getOrDefault(customer, MembershipCause.NEWS)
                                    .name())
                            .toArray(String[]::new));
        }
    }

    /** Takes some of them away, in the transaction of this thread; those whom somebody else takes at the moment are left out. */
    public List<Examination> take(int most) {
        return jdbc.query(
                """
                delete from segment.examination where customer_id in (
                  select customer_id from segment.examination order by customer_id limit ? for update skip locked)
                returning customer_id, cause
                """,
                (row, number) -> new Examination(
                        row.getObject("customer_id", UUID.class), MembershipCause.valueOf(row.getString("cause"))),
                most);
    }
}
