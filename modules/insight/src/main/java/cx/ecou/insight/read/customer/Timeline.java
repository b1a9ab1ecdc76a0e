package cx.ecou.insight.read.customer;

import static java.time.ZoneOffset.UTC;

import cx.ecou.webshell.components.PageRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened with a customer, in all modules: one story, whoever has been merged into it. */
@Component
public class Timeline {

    /**
     * Of every subject the newest, so that it does not matter how much there is; what two of them share is told once. Whoever
     * belonged to a segment is the subject as whom they were known first.
     */
    private static final String NEWEST = """
            select happened_at, position, kind from (
                select entry.* from insight.subject
                 cross join lateral (
                   select happened_at, position, kind from insight.timeline
                    where timeline.subject_id = subject.subject_id %1$s
                    order by happened_at desc, position desc limit :limit) entry
                 where customer_id = :customer
                union all
                select entry.* from insight.subject
                 cross join lateral (
                   select since, position, 'ENTERED_SEGMENT' from insight.membership
                    where membership.customer_id = subject.subject_id
                   union all
                   select until, until_position, 'LEFT_SEGMENT' from insight.membership
                    where membership.customer_id = subject.subject_id and until is not null) entry (happened_at, position, kind)
                 where customer_id = :customer %1$s) entry
             group by happened_at, position, kind order by happened_at desc, position desc limit :limit
            """;

    private final JdbcClient database;

    Timeline(JdbcClient database) {
        this.database = database;
    }

    /**
     * Newest first.
     *
     * @param after where to go on; null for the beginning
     */
    public Page page(UUID customerId, @Nullable TimelinePlace after, int limit) {
        var newest = after == null
                ? database.sql(NEWEST.formatted(""))
                : database.sql(NEWEST.formatted("and (happened_at, position) < (:at, :position)"))
                        .param("at", after.at().atOffset(UTC))
                        .param("position", after.position());
        var rows = PageRows.of(
                newest.param("customer", customerId)
                        .param("limit", limit + 1)
                        .query((row, number) -> entry(row))
                        .list(),
                limit);
        return new Page(rows.shown(), rows.goesOn(last -> new TimelinePlace(last.happenedAt(), last.position())));
    }

    /** Only of some kinds, newest first. */
    public List<TimelineEntry> newest(UUID customerId, Collection<EntryKind> kinds, int limit) {
        return database.sql(NEWEST.formatted("and kind in (:kinds)"))
                .param("kinds", kinds.stream().map(EntryKind::name).toList())
                .param("customer", customerId)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                EntryKind.valueOf(row.getString("kind")));
    }

    /**
     * A part of the story.
     *
     * @param next where the following part begins; null when this is the last
     */
    public record Page(
            List<TimelineEntry> entries, @Nullable TimelinePlace next) {}
}
