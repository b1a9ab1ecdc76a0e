package cx.ecou.segment.read.segments;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.segment.events.CustomersEnteredSegment;
import cx.ecou.segment.events.CustomersLeftSegment;
import cx.ecou.segment.events.Member;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.events.SegmentClosed;
import cx.ecou.segment.events.SegmentDefined;
import cx.ecou.segment.events.SegmentRedefined;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes segments, their rules and who belongs to them: one statement for each event, which may be of hundreds of customers. Three
 * tables in one class, since what is recorded of a segment that is closed already must not count, and the order decides.
 */
@Component
@ProcessingGroup(Segments.PROCESSING_GROUP)
class SegmentsProjection {

    static final ModelTable SEGMENT = new ModelTable("segment", "segment");
    static final ModelTable DEFINITION = new ModelTable("segment", "definition");
    static final ModelTable MEMBERSHIP = new ModelTable("segment", "membership");

    private static final String ENTER = """
            with entered as (
              insert into %s (segment_id, customer_id, since, revision, cause, findings)
              select ?, one.customer_id, ?, ?, ?, one.findings
                from unnest(?::uuid[], ?::text[]) as one (customer_id, findings)
               where exists (select 1 from %s where segment_id = ? and closed_at is null)
              on conflict do nothing returning 1)
            update %s set members = members + (select count(*) from entered) where segment_id = ?
            """;

    private static final String LEAVE = """
            with gone as (
              update %s set until = ?, until_revision = ?, until_cause = ?, until_findings = one.findings
                from unnest(?::uuid[], ?::text[]) as one (customer_id, findings)
               where segment_id = ? and membership.customer_id = one.customer_id and until is null
              returning 1)
            update %s set members = members - (select count(*) from gone) where segment_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Announcements announcements;

    SegmentsProjection(JdbcTemplate jdbc, Announcements announcements) {
        this.jdbc = jdbc;
        this.announcements = announcements;
    }

    @EventHandler
    void on(SegmentDefined event) {
        jdbc.update(
                "insert into " + SEGMENT.target()
                        + " (segment_id, name, revision, members, defined_at, changed_at, changed_by)"
                        + " values (?, ?, 1, 0, ?, ?, ?)",
                event.segmentId(),
                event.name(),
                utc(event.at()),
                utc(event.at()),
                event.by());
        define(event.segmentId(), 1, event.name(), event.rule(), event.by(), event.at());
    }

    @EventHandler
    void on(SegmentRedefined event) {
        jdbc.update(
                "update " + SEGMENT.target()
                        + " set name = ?, revision = ?, changed_at = ?, changed_by = ? where segment_id = ?",
                event.name(),
                event.revision(),
                utc(event.at()),
                event.by(),
                event.segmentId());
        define(event.segmentId(), event.revision(), event.name(), event.rule(), event.by(), event.at());
    }

    private void define(UUID segmentId, int revision, String name, Rule rule, UUID by, Instant at) {
        jdbc.update(
                "insert into " + DEFINITION.target()
                        + " (segment_id, revision, name, rule, defined_by, defined_at) values (?, ?, ?, ?, ?, ?)",
                segmentId,
                revision,
                name,
                SegmentJson.write(rule),
                by,
                utc(at));
        announcements.announce(Segments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(SegmentClosed event) {
        jdbc.update(
                "update " + SEGMENT.target()
                        + " set closed_at = ?, changed_at = ?, changed_by = ?, members = 0 where segment_id = ?",
                utc(event.at()),
                utc(event.at()),
                event.by(),
                event.segmentId());
        // Clocks of two nodes may differ: nobody leaves before they have entered.
        jdbc.update(
                "update " + MEMBERSHIP.target()
                        + " set until = greatest(?, since) where segment_id = ? and until is null",
                utc(event.at()),
                event.segmentId());
        announcements.announce(Segments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(CustomersEnteredSegment event) {
        jdbc.update(
                ENTER.formatted(MEMBERSHIP.target(), SEGMENT.target(), SEGMENT.target()),
                event.segmentId(),
                utc(event.at()),
                event.revision(),
                event.cause().name(),
                customers(event.members()),
                findings(event.members()),
                event.segmentId(),
                event.segmentId());
        announcements.announce(Segments.PROCESSING_GROUP);
    }

    @EventHandler
    void on(CustomersLeftSegment event) {
        jdbc.update(
                LEAVE.formatted(MEMBERSHIP.target() + " as membership", SEGMENT.target()),
                utc(event.at()),
                event.revision(),
                event.cause().name(),
                customers(event.members()),
                findings(event.members()),
                event.segmentId(),
                event.segmentId());
        announcements.announce(Segments.PROCESSING_GROUP);
    }

    private static String[] customers(List<Member> members) {
        return members.stream().map(member -> member.customerId().toString()).toArray(String[]::new);
    }

    private static String[] findings(List<Member> members) {
        return members.stream()
                .map(member -> SegmentJson.write(member.findings()))
                .toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
