package cx.ecou.insight.read.customer;

import cx.ecou.eventstore.ModelTable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps of each customer who they are, how they stand, and when they were seen last: in three tables, for the first changes rarely. */
@Component
class CustomerRows {

    static final ModelTable TABLE = new ModelTable("insight", "customer");
    static final ModelTable STANDING = new ModelTable("insight", "standing");
    static final ModelTable LAST_SEEN = new ModelTable("insight", "last_seen");

    private static final String TAKE_OUT = "delete from %s where customer_id = any (?)";

    /** What was described last comes first. */
    private static final String WHO_THEY_ARE = """
            insert into %1$s as known (customer_id, name, email, account, language, sources, subjects, erased, words)
            select customer_id,
              (array_agg(name order by described_at desc nulls last, subject_id) filter (where name is not null))[1],
              (array_agg(email order by described_at desc nulls last, subject_id) filter (where email is not null))[1],
              (array_agg(account order by described_at desc, subject_id) filter (where account is not null))[1],
              (array_agg(language order by described_at desc, subject_id) filter (where language is not null))[1],
              coalesce(array_agg(distinct source order by source) filter (where source is not null), '{}'),
              count(*), bool_or(erased),
              case when bool_or(erased) then '' else insight.words(string_agg(concat_ws(' ', name, email, words, ref), ' ' order by subject_id)) end
              from %2$s subject where customer_id = any (?) group by customer_id order by customer_id
            on conflict (customer_id) do update set name = excluded.name, email = excluded.email, account = excluded.account,
              language = excluded.language, sources = excluded.sources, subjects = excluded.subjects, erased = excluded.erased,
              words = excluded.words
              where (known.name, known.email, known.account, known.language, known.sources, known.subjects, known.erased, known.words)
                is distinct from (excluded.name, excluded.email, excluded.account, excluded.language, excluded.sources,
                  excluded.subjects, excluded.erased, excluded.words)
            """;

    /** The newest score is that of whichever subject gave it last. */
    private static final String HOW_THEY_STAND = """
            insert into %1$s as known (customer_id, feedback, open_cases, next_due_at, scored_at, metric, value, scale, band,
              first_seen_at)
            select distinct on (customer_id) customer_id, sum(feedback) over whole, coalesce(sum(open.cases) over whole, 0),
              min(open.due_at) over whole, scored_at, metric, value, scale, band, min(first_seen_at) over whole
              from %2$s subject
              left join lateral (
                select count(*) as cases, min(due_at) filter (where status in ('OPEN', 'ASSIGNED')) as due_at
                  from %3$s held where held.subject_id = subject.subject_id and status in ('OPEN', 'ASSIGNED', 'CONTACTED')) open
                on true
             where customer_id = any (?)
            window whole as (partition by customer_id)
             order by customer_id, scored_at desc nulls last, subject_id
            on conflict (customer_id) do update set feedback = excluded.feedback, open_cases = excluded.open_cases,
              next_due_at = excluded.next_due_at, scored_at = excluded.scored_at, metric = excluded.metric,
              value = excluded.value, scale = excluded.scale, band = excluded.band, first_seen_at = excluded.first_seen_at
              where (known.feedback, known.open_cases, known.next_due_at, known.scored_at, known.metric, known.value, known.scale,
                  known.band, known.first_seen_at)
                is distinct from (excluded.feedback, excluded.open_cases, excluded.next_due_at, excluded.scored_at,
                  excluded.metric, excluded.value, excluded.scale, excluded.band, excluded.first_seen_at)
            """;

    private static final String WHEN_SEEN = """
            insert into %1$s as known (customer_id, last_seen_at)
            select customer_id, max(last_seen_at) from %2$s
             where customer_id = any (?) group by customer_id order by customer_id
            on conflict (customer_id) do update set last_seen_at = excluded.last_seen_at
              where known.last_seen_at <> excluded.last_seen_at
            """;

    private final JdbcTemplate jdbc;

    CustomerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What changes with everything that is said by them and of them. */
    void follow(Collection<UUID> customers) {
        write(
                HOW_THEY_STAND.formatted(STANDING.target(), SubjectRows.TABLE.target(), CaseRows.TABLE.target()),
                customers);
        write(WHEN_SEEN.formatted(LAST_SEEN.target(), SubjectRows.TABLE.target()), customers);
    }

    /** Of whom something new is known. */
    void describe(Collection<UUID> customers) {
        write(WHO_THEY_ARE.formatted(TABLE.target(), SubjectRows.TABLE.target()), customers);
    }

    void takeOut(Collection<UUID> customers) {
        List.of(TABLE, STANDING, LAST_SEEN).forEach(table -> write(TAKE_OUT.formatted(table.target()), customers));
    }

    private void write(String sql, Collection<UUID> customers) {
        if (!customers.isEmpty()) {
            jdbc.update(sql, (Object) customers.toArray(UUID[]::new));
        }
    }
}
