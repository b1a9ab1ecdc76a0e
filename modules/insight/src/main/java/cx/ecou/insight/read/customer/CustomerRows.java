package cx.ecou.insight.read.customer;

import cx.ecou.eventstore.ModelTable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps one line for each customer. */
@Component
class CustomerRows {

    static final ModelTable TABLE = new ModelTable("insight", "customer");

    private static final String TAKE_OUT = "delete from %s where customer_id = any (?)";

    /** What was described last comes first. */
    private static final String PUT_TOGETHER = """
            insert into %1$s (customer_id, name, email, account, language, sources, subjects, feedback, open_cases, next_due_at,
              scored_at, metric, value, scale, band, first_seen_at, last_seen_at, erased, words)
            select customer_id,
              (array_agg(name order by described_at desc nulls last, subject_id) filter (where name is not null))[1],
              (array_agg(email order by described_at desc nulls last, subject_id) filter (where email is not null))[1],
              (array_agg(account order by described_at desc, subject_id) filter (where account is not null))[1],
              (array_agg(language order by described_at desc, subject_id) filter (where language is not null))[1],
              coalesce(array_agg(distinct source order by source) filter (where source is not null), '{}'),
              count(*), sum(feedback), coalesce(sum(open.cases), 0), min(open.due_at), max(scored_at),
              (array_agg(metric order by scored_at desc nulls last, subject_id))[1],
              (array_agg(value order by scored_at desc nulls last, subject_id))[1],
              (array_agg(scale order by scored_at desc nulls last, subject_id))[1],
              (array_agg(band order by scored_at desc nulls last, subject_id))[1],
              min(first_seen_at), max(last_seen_at), bool_or(erased),
              case when bool_or(erased) then '' else insight.words(string_agg(concat_ws(' ', name, email, words, ref), ' ' order by subject_id)) end
              from %2$s subject
              left join lateral (
                select count(*) as cases, min(due_at) filter (where status in ('OPEN', 'ASSIGNED')) as due_at
                  from %3$s held where held.subject_id = subject.subject_id and status in ('OPEN', 'ASSIGNED', 'CONTACTED')) open
                on true
             where customer_id = any (?) group by customer_id
            """;

    private final JdbcTemplate jdbc;

    CustomerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of subjects and cases as they are now; who has no subject any more is taken out. */
    void putTogether(Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return;
        }
        UUID[] ids = customers.toArray(UUID[]::new);
        jdbc.update(TAKE_OUT.formatted(TABLE.target()), (Object) ids);
        jdbc.update(
                PUT_TOGETHER.formatted(TABLE.target(), SubjectRows.TABLE.target(), CaseRows.TABLE.target()),
                (Object) ids);
    }
}
