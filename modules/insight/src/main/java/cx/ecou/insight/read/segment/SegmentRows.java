package cx.ecou.insight.read.segment;

import static java.time.ZoneOffset.UTC;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the names and the rules of segments. */
@Component
class SegmentRows {

    static final ModelTable TABLE = new ModelTable("insight", "segment");
    static final ModelTable RULES = new ModelTable("insight", "segment_rule");

    private final JdbcTemplate jdbc;

    SegmentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID segmentId, String name) {
        jdbc.update("insert into " + TABLE.target() + " (segment_id, name) values (?, ?)", segmentId, name);
    }

    void rename(UUID segmentId, String name) {
        jdbc.update("update " + TABLE.target() + " set name = ? where segment_id = ?", name, segmentId);
    }

    void close(UUID segmentId, Instant at) {
        jdbc.update(
                "update " + TABLE.target() + " set closed_at = ? where segment_id = ?", at.atOffset(UTC), segmentId);
    }

    void rule(UUID segmentId, int revision, Rule rule) {
        jdbc.update(
                "insert into " + RULES.target() + " (segment_id, revision, rule) values (?, ?, ?)",
                segmentId,
                revision,
                MembershipJson.write(rule));
    }
}
