package cx.ecou.insight.read.segment;

import static java.time.ZoneOffset.UTC;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.segment.events.CustomersEnteredSegment;
import cx.ecou.segment.events.CustomersLeftSegment;
import cx.ecou.segment.events.Member;
import cx.ecou.segment.events.SegmentClosed;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps who belongs to which segment, from when to when. */
@Component
class MembershipRows {

    static final ModelTable TABLE = new ModelTable("insight", "membership");

    /** A segment and its memberships are two streams: what is found out of one that is closed already does not count. */
    private static final String BEGIN = """
            insert into %s (segment_id, customer_id, since, position, revision, cause, findings)
            select ?, one.customer_id, ?, ?, ?, ?, one.findings
              from unnest(?::uuid[], ?::text[]) as one (customer_id, findings)
             where exists (select from %s where segment_id = ? and closed_at is null)
            on conflict do nothing
            """;

    private static final String END = """
            update %s set until = ?, until_position = ? where customer_id = any (?) and segment_id = ? and until is null
            """;

    /** Clocks of two nodes may differ: nobody leaves before they have entered. */
    private static final String END_ALL = """
            update %s set until = greatest(?, since), until_position = ? where segment_id = ? and until is null
            """;

    private final JdbcTemplate jdbc;

    MembershipRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void begin(CustomersEnteredSegment event, long position) {
        jdbc.update(
                BEGIN.formatted(TABLE.target(), SegmentRows.TABLE.target()),
                event.segmentId(),
                event.at().atOffset(UTC),
                position,
                event.revision(),
                event.cause().name(),
                ids(event.members()),
                event.members().stream()
                        .map(member -> MembershipJson.write(member.findings()))
                        .toArray(String[]::new),
                event.segmentId());
    }

    void end(CustomersLeftSegment event, long position) {
        jdbc.update(
                END.formatted(TABLE.target()),
                event.at().atOffset(UTC),
                position,
                ids(event.members()),
                event.segmentId());
    }

    void endAll(SegmentClosed event, long position) {
        jdbc.update(END_ALL.formatted(TABLE.target()), event.at().atOffset(UTC), position, event.segmentId());
    }

    private static UUID[] ids(List<Member> members) {
        return members.stream().map(Member::customerId).toArray(UUID[]::new);
    }
}
