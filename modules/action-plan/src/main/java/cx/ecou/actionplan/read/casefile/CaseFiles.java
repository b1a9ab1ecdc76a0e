package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.kernel.Reporting;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Asks for cases as they stand. */
@Repository
public class CaseFiles {

    /** The processing group whose events these answers contain. */
    public static final String PROCESSING_GROUP = "action-plan.cases";

    /** Announced whenever one of these answers may have changed. */
    public static final String TOPIC = "action-plan.cases";

    /** How long a closed case stays on the board. */
    public static final Duration RECENTLY = Duration.ofDays(7);

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String MATCHING = """
             where (cardinality(cast(:statuses as text[])) = 0 or status = any (cast(:statuses as text[])))
               and (cast(:owner as uuid) is null or owner = :owner)
               and (not :unowned or owner is null)
               and (cast(:priority as text) is null or priority = :priority)
               and (cast(:touchpoint as text) is null or touchpoint = :touchpoint)
               and (cast(:overdue as boolean) is null
                    or (status in ('OPEN', 'ASSIGNED') and due_at <= :now) = :overdue)
               and (cast(:words as text) is null or comment ilike :words or customer_name ilike :words
                    or customer_ref ilike :words or cast(case_id as text) like lower(substr(:words, 2)))
            """;

    private static final String MINE = " and (owner = :me or escalated_to = :me)";
    private static final String NOT_MINE = " and not coalesce(owner = :me or escalated_to = :me, false)";

    private final JdbcClient database;
    private final CaseFileRow row;
    private final Reporting reporting;

    CaseFiles(JdbcClient database, CaseFileRow row, Reporting reporting) {
        this.database = database;
        this.row = row;
        this.reporting = reporting;
    }

    /** One case; empty for an id that is none. */
    public Optional<CaseFile> find(UUID caseId) {
        return database.sql("select * from action_plan.case_file where case_id = ?")
                .param(caseId)
                .query(row)
                .optional();
    }

    /**
     * A part of the list.
     *
     * @param me whose cases come first; null when nobody's do
     * @param after where to go on; null at the beginning
     */
    public CasePage list(
            CaseFilter filter,
            CaseOrder order,
            @Nullable UUID me,
            CasePage.@Nullable Place after,
            int limit,
            Instant now) {
        List<CaseFile> found = new ArrayList<>();
        if (me != null && (after == null || after.mine())) {
            found.addAll(part(MINE, filter, order, me, after, limit + 1, now));
        }
        if (found.size() <= limit) {
            CasePage.Place from = after == null || after.mine() ? null : after;
            found.addAll(part(NOT_MINE, filter, order, me, from, limit + 1 - found.size(), now));
        }
        return found.size() <= limit
                ? new CasePage(found, null)
                : new CasePage(found.subList(0, limit), place(found.get(limit - 1), order, me));
    }

    /** One's own and the others' are each in the order of an index; together they would have to be sorted. */
    private List<CaseFile> part(
            String whose,
            CaseFilter filter,
            CaseOrder order,
            @Nullable UUID me,
            CasePage.@Nullable Place after,
            int limit,
            Instant now) {
        String direction = order.descending ? "desc" : "asc";
        return matching(
                        "select * from action_plan.case_file"
                                + MATCHING
                                + whose
                                + (after == null ? "" : " and " + beyond(order))
                                + " order by %1$s %2$s, case_id %2$s limit :limit".formatted(order.column, direction),
                        filter,
                        now)
                .param("me", me == null ? NOBODY : me)
                .param("at", utc(after == null ? now : after.at()))
                .param("caseId", after == null ? NOBODY : after.caseId())
                .param("limit", limit)
                .query(row)
                .list();
    }

    /**
     * The top of one column of the board: unresolved cases with the colleague's own first and then by due time, others
     * with the latest first; of the closed ones those of the last seven days.
     */
    public List<CaseFile> column(CaseStatus status, CaseFilter filter, UUID me, int limit, Instant now) {
        return switch (status) {
            case OPEN, ASSIGNED, CONTACTED -> {
                List<CaseFile> found = new ArrayList<>(column(status, MINE, "due_at", filter, me, limit, now));
                if (found.size() < limit) {
                    found.addAll(column(status, NOT_MINE, "due_at", filter, me, limit - found.size(), now));
                }
                yield found;
            }
            case RESOLVED -> column(status, "", "resolved_at desc", filter, me, limit, now);
            case CLOSED -> column(status, " and closed_at >= :recently", "closed_at desc", filter, me, limit, now);
        };
    }

    private List<CaseFile> column(
            CaseStatus status, String which, String order, CaseFilter filter, UUID me, int limit, Instant now) {
        return matching(
                        "select * from action_plan.case_file" + MATCHING + " and status = :status" + which
                                + " order by " + order + ", case_id limit :limit",
                        filter.with(Set.of(status)),
                        now)
                .param("status", status.name())
                .param("me", me)
                .param("recently", utc(now.minus(RECENTLY)))
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** How many cases a filter finds, in whatever state they are. */
    public CaseCounts counts(CaseFilter filter, Instant now) {
        Map<CaseStatus, Long> byStatus = new EnumMap<>(CaseStatus.class);
        Map<CaseStatus, Long> overdue = new EnumMap<>(CaseStatus.class);
        long[] dueToday = {0};
        matching("""
                        select status, count(*), count(*) filter (where status in ('OPEN', 'ASSIGNED') and due_at <= :now),
                               count(*) filter (where status in ('OPEN', 'ASSIGNED') and due_at > :now and due_at < :tomorrow)
                          from action_plan.case_file
                        """ + MATCHING + """
                           and (status <> 'CLOSED' or closed_at >= :recently)
                         group by status
                        """, filter.with(Set.of()), now)
                .param("recently", utc(now.minus(RECENTLY)))
                .param("tomorrow", utc(endOfDay(now)))
                .query(found -> {
                    var status = CaseStatus.valueOf(found.getString(1));
                    byStatus.put(status, found.getLong(2));
                    overdue.put(status, found.getLong(3));
                    dueToday[0] += found.getLong(4);
                });
        return new CaseCounts(byStatus, overdue, dueToday[0]);
    }

    /** How many unresolved cases are this colleague's work: owned by them or escalated to them. */
    public long waitingFor(UUID colleague) {
        return database.sql("""
                        select count(*) from (
                          select case_id from action_plan.case_file
                           where owner = :me and status in ('OPEN', 'ASSIGNED', 'CONTACTED')
                           union
                          select case_id from action_plan.case_file
                           where escalated_to = :me and status in ('OPEN', 'ASSIGNED', 'CONTACTED')) mine
                        """).param("me", colleague).query(Long.class).single();
    }

    /** The touchpoints that cases are about, by name; each is looked up behind the one before, so their number does not matter. */
    public List<String> touchpoints() {
        return database.sql("""
                        with recursive found (touchpoint) as (
                          select min(touchpoint) from action_plan.case_file
                          union all
                          select (select min(touchpoint) from action_plan.case_file where touchpoint > found.touchpoint)
                            from found where touchpoint is not null)
                        select touchpoint from found where touchpoint is not null order by touchpoint
                        """).query(String.class).list();
    }

    private StatementSpec matching(String sql, CaseFilter filter, Instant now) {
        return database.sql(sql)
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("owner", filter.owner())
                .param("unowned", filter.unowned())
                .param(
                        "priority",
                        filter.priority() == null ? null : filter.priority().name())
                .param("touchpoint", filter.touchpoint())
                .param("overdue", filter.overdue())
                .param("words", filter.words() == null ? null : containing(filter.words()))
                .param("now", utc(now));
    }

    private static String beyond(CaseOrder order) {
        return "(%s, case_id) %s (:at, :caseId)".formatted(order.column, order.descending ? "<" : ">");
    }

    private static CasePage.Place place(CaseFile last, CaseOrder order, @Nullable UUID me) {
        return new CasePage.Place(
                me != null && last.isOf(me), order == CaseOrder.DUE ? last.dueAt() : last.openedAt(), last.caseId());
    }

    private static String containing(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private Instant endOfDay(Instant now) {
        return reporting.startOf(reporting.dayOf(now).plusDays(1));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
