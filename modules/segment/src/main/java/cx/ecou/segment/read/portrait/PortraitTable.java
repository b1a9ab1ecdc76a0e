package cx.ecou.segment.read.portrait;

import cx.ecou.eventstore.ModelTable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The table of customers: what is known of all their subjects, put together; what was described last counts. When they were seen last has
 * a table of its own, for it changes with everything that they do.
 */
@Component
class PortraitTable {

    static final ModelTable TABLE = new ModelTable("segment", "portrait");

    static final ModelTable LAST_SEEN = new ModelTable("segment", "last_seen");

    private static final String PUT_TOGETHER = """
            insert into %s as known (customer_id, present, name, has_email, has_phone, has_card, language, time_zone, account, role,
              attributes, first_seen_at)
            select asked.customer_id, whole.subjects > 0, whole.name, whole.has_email, whole.has_phone, whole.has_card,
                   whole.language, whole.time_zone, whole.account, whole.role, facts.attributes, whole.first_seen_at
              from unnest(?) as asked (customer_id)
             cross join lateral (
               select count(*) as subjects,
                      (array_agg(name order by described_at desc nulls last, subject_id) filter (where name is not null))[1] as name,
                      coalesce(bool_or(has_email), false) as has_email,
                      coalesce(bool_or(has_phone), false) as has_phone,
                      coalesce(bool_or(has_card), false) as has_card,
                      (array_agg(language order by described_at desc, subject_id) filter (where language is not null))[1] as language,
                      (array_agg(time_zone order by described_at desc, subject_id) filter (where time_zone is not null))[1]
                        as time_zone,
                      (array_agg(account order by described_at desc, subject_id) filter (where account is not null))[1] as account,
                      (array_agg(role order by described_at desc, subject_id) filter (where role is not null))[1] as role,
                      min(first_seen_at) as first_seen_at
                 from %s known where known.customer_id = asked.customer_id and not known.erased) whole
             cross join lateral (
               select coalesce(jsonb_object_agg(fact.key, fact.value order by known.described_at, known.subject_id desc), '{}')
                        as attributes
                 from %s known cross join lateral jsonb_each(known.attributes) fact
                where known.customer_id = asked.customer_id and not known.erased) facts
            on conflict (customer_id) do update set present = excluded.present, name = excluded.name,
              has_email = excluded.has_email, has_phone = excluded.has_phone, has_card = excluded.has_card,
              language = excluded.language, time_zone = excluded.time_zone, account = excluded.account, role = excluded.role,
              attributes = excluded.attributes, first_seen_at = excluded.first_seen_at
              where (known.present, known.name, known.has_email, known.has_phone, known.has_card, known.language, known.time_zone,
                  known.account, known.role, known.attributes, known.first_seen_at)
                is distinct from (excluded.present, excluded.name, excluded.has_email, excluded.has_phone, excluded.has_card,
                  excluded.language, excluded.time_zone, excluded.account, excluded.role, excluded.attributes,
                  excluded.first_seen_at)
            """;

    private static final String DATE = """
            insert into %s as known (customer_id, last_seen_at)
            select customer_id, max(last_seen_at) from %s
             where customer_id = any (?) and not erased group by customer_id order by customer_id
            on conflict (customer_id) do update set last_seen_at = excluded.last_seen_at
              where known.last_seen_at <> excluded.last_seen_at
            """;

    private final JdbcTemplate jdbc;

    PortraitTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these customers something new is known, or they are none any more. */
    void putTogether(Collection<UUID> customers) {
        if (!customers.isEmpty()) {
            UUID[] asked = customers.toArray(UUID[]::new);
            String known = Acquaintances.TABLE.target();
            jdbc.update(PUT_TOGETHER.formatted(TABLE.target(), known, known), (Object) asked);
            jdbc.update("delete from " + LAST_SEEN.target() + " where customer_id = any (?)", (Object) asked);
            date(customers);
        }
    }

    /** These customers were seen again. */
    void date(Collection<UUID> customers) {
        if (!customers.isEmpty()) {
            jdbc.update(DATE.formatted(LAST_SEEN.target(), Acquaintances.TABLE.target()), (Object)
                    customers.toArray(UUID[]::new));
        }
    }
}
