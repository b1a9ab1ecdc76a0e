package cx.ecou.insight.read.closedloop;

import static java.time.ZoneOffset.UTC;

import cx.ecou.insight.figures.Share;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.kernel.Reporting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Answers what is being done about negative feedback. A case knows its touchpoint, its channel and whom it is about: of the
 * filters of a page these are heeded. Whoever a case is about must have belonged to a segment when they gave the feedback.
 */
@Component
public class ClosedLoop {

    public static final String PROCESSING_GROUP = "insight.cases";

    /** Announced whenever something happened to a case. */
    public static final String TOPIC = "insight.cases";

    private static final int TOUCHPOINTS = 4;

    private static final String OF_MEMBERS = """
             and exists (
              select from insight.customer_case about
                join insight.subject own on own.subject_id = about.subject_id
                join insight.subject part on part.customer_id = own.customer_id
                join insight.membership held on held.customer_id = part.subject_id
               where about.case_id = case_state.case_id and held.segment_id in (:segments)
                 and about.occurred_at >= held.since and (held.until is null or about.occurred_at < held.until))
            """;

    private final JdbcClient database;
    private final Reporting reporting;
    private final Clock clock;

    ClosedLoop(JdbcClient database, Reporting reporting, Clock clock) {
        this.database = database;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** The filters that {@link ClosedLoop} heeds. */
    public static Filters heeded(Filters filters) {
        var heeded = new EnumMap<Dimension, Set<String>>(Dimension.class);
        filters.members().forEach((dimension, members) -> {
            if (dimension == Dimension.TOUCHPOINT || dimension == Dimension.CHANNEL) {
                heeded.put(dimension, members);
            }
        });
        return new Filters(heeded, filters.segments());
    }

    /** The work that waits now. */
    public OpenCases openCases(Filters filters) {
        Instant now = clock.instant();
        Instant tomorrow = reporting.startOf(reporting.dayOf(now).plusDays(1));
        List<OpenCases.AtTouchpoint> touchpoints = new ArrayList<>();
        long[] sums = new long[3];
        filtered("""
                select touchpoint, count(*) as open,
                       count(*) filter (where %1$s and due_at >= :now and due_at < :tomorrow) as due_today,
                       count(*) filter (where %1$s and due_at < :now) as overdue
                  from insight.case_state where status in ('OPEN', 'ASSIGNED', 'CONTACTED') %2$s
                 group by touchpoint order by open desc, touchpoint
                """.formatted("status in ('OPEN', 'ASSIGNED')", where(filters)), filters)
                .param("now", now.atOffset(UTC))
                .param("tomorrow", tomorrow.atOffset(UTC))
                .query(row -> {
                    sums[0] += row.getLong("open");
                    sums[1] += row.getLong("due_today");
                    sums[2] += row.getLong("overdue");
                    touchpoints.add(new OpenCases.AtTouchpoint(
                            row.getString("touchpoint"), row.getLong("open"), row.getLong("overdue")));
                });
        return new OpenCases(
                sums[0],
                sums[1],
                sums[2],
                touchpoints.stream().limit(TOUCHPOINTS).toList());
    }

    /**
     * {@code close-rate/1}: negative feedback of a period whose customer heard from us within the first due time. What is
     * not decided yet, because nobody called and the due time still runs, is not counted.
     *
     * @param from first reporting day of occurrence
     * @param to last one, included
     */
    public Share contactedInTime(LocalDate from, LocalDate to, Filters filters) {
        return filtered("""
                select count(*) filter (where contacted_at <= promised_at) as in_time, count(*) as decided
                  from insight.case_state
                 where occurred_on between :from and :to
                   and (contacted_at is not null or promised_at < :now) %s
                """.formatted(where(filters)), filters)
                .params(Map.of("from", from, "to", to, "now", clock.instant().atOffset(UTC)))
                .query((row, n) -> new Share(row.getLong("in_time"), row.getLong("decided")))
                .single();
    }

    private StatementSpec filtered(String sql, Filters filters) {
        StatementSpec statement = database.sql(sql);
        heeded(filters)
                .members()
                .forEach((dimension, members) -> statement.param(dimension.key(), List.copyOf(members)));
        if (!filters.segments().isEmpty()) {
            statement.param("segments", List.copyOf(filters.segments()));
        }
        return statement;
    }

    private static String where(Filters filters) {
        var where = new StringBuilder();
        heeded(filters)
                .members()
                .keySet()
                .forEach(dimension -> where.append(" and %1$s in (:%1$s)".formatted(dimension.key())));
        if (!filters.segments().isEmpty()) {
            where.append(OF_MEMBERS);
        }
        return where.toString();
    }
}
