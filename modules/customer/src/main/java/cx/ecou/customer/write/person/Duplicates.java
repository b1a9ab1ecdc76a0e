package cx.ecou.customer.write.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that the rules left to colleagues: who may be one. Whoever has been merged since is asked about as who they are
 * now; what has answered itself by that, or by an erasure, is not asked.
 */
@Component
public class Duplicates {

    /** So many of the newest are looked at: enough for a page, cheap at any size. */
    private static final int LOOKED_AT = 200;

    private static final Duration LATER = Duration.ofDays(7);

    private static final String OPEN = """
            select asked.one_id, asked.other_id, asked.reason, asked.found_at, one.customer_id as one_now,
                other.customer_id as other_now, one.known_since <= other.known_since as one_first
              from (select * from customer.duplicate
                     where not dismissed and (put_off_until is null or put_off_until <= :now) %s
                     order by found_at desc limit %d) asked
              cross join lateral (%s) one cross join lateral (%s) other
             where one.customer_id <> other.customer_id and one.erased_at is null and other.erased_at is null
               and not exists (select from customer.duplicate decided
                    where decided.dismissed and decided.one_id = least(one.customer_id, other.customer_id)
                      and decided.other_id = greatest(one.customer_id, other.customer_id))
             order by asked.found_at desc, asked.one_id, asked.other_id
            """;

    /** Who a former customer is now. */
    private static final String NOW =
            "select customer_id, known_since, erased_at from customer.customer where customer_id = customer.whole_of(asked.%s)";

    private static final String OF_CUSTOMER =
            "and (one_id in (select customer.parts_of(:customer)) or other_id in (select customer.parts_of(:customer)))";

    private final JdbcClient jdbc;
    private final Clock clock;

    Duplicates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those found last; each pair once. */
    public List<PossibleDuplicate> open(int limit) {
        return once(
                jdbc.sql(open(""))
                        .param("now", now())
                        .query((row, n) -> read(row))
                        .list(),
                limit);
    }

    /** Those of one customer, in all their parts. */
    public List<PossibleDuplicate> of(UUID customerId) {
        List<PossibleDuplicate> found = jdbc.sql(open(OF_CUSTOMER))
                .param("customer", customerId)
                .param("now", now())
                .query((row, n) -> read(row))
                .list();
        return once(found, LOOKED_AT);
    }

    /** Nobody is asked about these for a week. */
    @Transactional
    public void putOff(UUID one, UUID other) {
        jdbc.sql("""
                        update customer.duplicate set put_off_until = :until
                         where one_id = least(:one, :other) and other_id = greatest(:one, :other) and not dismissed
                        """)
                .param("until", now().plus(LATER))
                .param("one", one)
                .param("other", other)
                .update();
    }

    private static String open(String which) {
        return OPEN.formatted(which, LOOKED_AT, NOW.formatted("one_id"), NOW.formatted("other_id"));
    }

    private static List<PossibleDuplicate> once(List<PossibleDuplicate> found, int limit) {
        Set<Set<UUID>> asked = new HashSet<>();
        return found.stream()
                .filter(pair -> asked.add(Set.of(pair.customerId(), pair.otherId())))
                .limit(limit)
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PossibleDuplicate read(ResultSet row) throws SQLException {
        boolean first = row.getBoolean("one_first");
        return new PossibleDuplicate(
                row.getObject(first ? "one_now" : "other_now", UUID.class),
                row.getObject(first ? "other_now" : "one_now", UUID.class),
                row.getObject("one_id", UUID.class),
                row.getObject("other_id", UUID.class),
                DuplicateReason.valueOf(row.getString("reason")),
                row.getObject("found_at", OffsetDateTime.class).toInstant());
    }
}
