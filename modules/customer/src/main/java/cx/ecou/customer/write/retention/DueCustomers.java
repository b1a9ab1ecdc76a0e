package cx.ecou.customer.write.retention;

import cx.ecou.eventstore.privacy.StillNeeded;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose time is over. Everything by which a customer is known has a rule, the longest of them has passed since anything was heard of them
 * by any source, they have said nothing about messages and asked for nothing since, and nobody still needs them. The dry run,
 * the list of a run and the last look before somebody is erased are this one question.
 */
@Component
class DueCustomers {

    private static final int SOME = 10;

    private static final String DUE = """
            with rule as materialized (
              select rule_id, kind, source, days from customer.retention_rule
               where switched_on or rule_id = cast(:trial as uuid)),
            quiet as (
              select customer_id, last_seen_at from customer.last_seen
               where last_seen_at < cast(:now as timestamptz) - (select min(days) from rule) * interval '24 hours' %s),
            known as (
              select quiet.customer_id, quiet.last_seen_at, told.source, told.last_seen_at as told_at,
                     coalesce(own.rule_id, rest.rule_id) as rule_id, coalesce(own.days, rest.days) as days
                from quiet
                join customer.acquaintance told on told.customer_id = quiet.customer_id
                left join rule own on own.source = told.source
                  and own.kind = case when told.described_at is null then 'HEARD' else 'DESCRIBED' end
                left join rule rest on rest.source is null
                  and rest.kind = case when told.described_at is null then 'HEARD' else 'DESCRIBED' end),
            longest as (
              select customer_id, last_seen_at, bool_or(rule_id = cast(:trial as uuid)) as on_trial,
                     (array_agg(source order by told_at desc, source))[1] as source,
                     cast(:now as timestamptz) - max(days) * interval '24 hours' as kept_since
                from known group by customer_id, last_seen_at having bool_and(days is not null)),
            due as (
              select longest.* from longest join customer.customer whole using (customer_id)
               where last_seen_at < kept_since and erased_at is null and merged_into is null
                 and not exists (
                   select 1 from customer.subject part
                     join (select customer_id, stated_at as at from customer.consent
                           union all select customer_id, stated_at from customer.preference
                           union all select customer_id, requested_at from customer.export) said
                       on said.customer_id = part.home_id
                    where part.customer_id = longest.customer_id and said.at >= kept_since) %s)
            """;

    private static final String NEEDED = """
                 and not exists (
                   select 1 from customer.subject part join (%s) needed on needed.person = part.subject_id
                    where part.customer_id = longest.customer_id)
            """;

    private final JdbcClient jdbc;
    private final Reporting reporting;
    private final String ofAll;
    private final String ofOne;

    DueCustomers(JdbcClient jdbc, Reporting reporting, List<StillNeeded> needed) {
        this.jdbc = jdbc;
        this.reporting = reporting;
        String unneeded =
                needed.stream().map(each -> NEEDED.formatted(each.persons())).collect(Collectors.joining());
        this.ofAll = DUE.formatted("", unneeded);
        this.ofOne = DUE.formatted("and customer_id = :customer", unneeded);
    }

    /** What would be done at this moment if this rule were switched on too: of that, what it has a part in. */
    DryRun dryRun(UUID ruleId, Instant now) {
        List<DryRun.Count> counts = asking(ofAll + """
                        select source, to_char(last_seen_at at time zone :zone, 'YYYY-MM') as month, count(*) as customers
                          from due where on_trial group by 1, 2 order by 1 nulls last, 2
                        """, ruleId, now)
                .param("zone", reporting.timeZone().getId())
                .query((row, n) -> new DryRun.Count(
                        row.getString("source"), YearMonth.parse(row.getString("month")), row.getLong("customers")))
                .list();
        List<DryRun.Customer> some = asking(ofAll + """
                        select due.customer_id, name, last_seen_at from due left join customer.directory using (customer_id)
                         where on_trial order by last_seen_at, customer_id limit :limit
                        """, ruleId, now)
                .param("limit", SOME)
                .query((row, n) -> new DryRun.Customer(
                        row.getObject("customer_id", UUID.class),
                        row.getString("name"),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .list();
        return new DryRun(counts, some);
    }

    /** Those first of whom nothing was heard for longest. */
    List<UUID> first(int limit, Instant now) {
        return asking(ofAll + "select customer_id from due order by last_seen_at, customer_id limit :limit", null, now)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    boolean isDue(UUID customerId, Instant now) {
        return asking(ofOne + "select exists (select 1 from due)", null, now)
                .param("customer", customerId)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec asking(String sql, @Nullable UUID trial, Instant now) {
        return jdbc.sql(sql).param("trial", trial).param("now", now.atOffset(ZoneOffset.UTC));
    }
}
