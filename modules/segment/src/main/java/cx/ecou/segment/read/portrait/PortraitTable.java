package cx.ecou.segment.read.portrait;

import cx.ecou.eventstore.ModelTable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of customers: what is known of all their subjects, put together; what was described last counts. */
@Component
class PortraitTable {

    static final ModelTable TABLE = new ModelTable("segment", "portrait");

    private static final String PUT_TOGETHER = """
            insert into %s (customer_id, present, name, has_email, has_phone, has_card, language, time_zone, account, role,
              attributes, first_seen_at, last_seen_at)
            select asked.customer_id, whole.subjects > 0, whole.name, whole.has_email, whole.has_phone, whole.has_card,
                   whole.language, whole.time_zone, whole.account, whole.role, facts.attributes, whole.first_seen_at,
                   whole.last_seen_at
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
                      min(first_seen_at) as first_seen_at, max(last_seen_at) as last_seen_at
                 from %s known where known.customer_id = asked.customer_id and not known.erased) whole
             cross join lateral (
               select coalesce(jsonb_object_agg(fact.key, fact.value order by known.described_at, known.subject_id desc), '{}')
                        as attributes
                 from %s known cross join lateral jsonb_each(known.attributes) fact
                where known.customer_id = asked.customer_id and not known.erased) facts
            """;

    private final JdbcTemplate jdbc;

    PortraitTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the rows of these customers anew. */
    void putTogether(Collection<UUID> customers) {
        UUID[] asked = customers.toArray(UUID[]::new);
        String known = Acquaintances.TABLE.target();
        jdbc.update("delete from " + TABLE.target() + " where customer_id = any (?)", (Object) asked);
        jdbc.update(PUT_TOGETHER.formatted(TABLE.target(), known, known), (Object) asked);
    }
}
