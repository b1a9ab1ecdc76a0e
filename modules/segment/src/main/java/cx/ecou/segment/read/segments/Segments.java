package cx.ecou.segment.read.segments;

import cx.ecou.kernel.Place;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks which segments there are and who belongs to them, now or at a past moment. */
@Component
public class Segments {

    public static final String PROCESSING_GROUP = "segment.segments";

    private static final String SEGMENTS = """
            select s.*, d.rule from segment.segment s
              join segment.definition d on d.segment_id = s.segment_id and d.revision = s.revision""";

    private static final String MEMBERS = """
            select m.*, p.name from segment.membership m
              left join segment.portrait p on p.customer_id = m.customer_id and p.present
             where m.segment_id = ?""";

    private final JdbcClient database;

    Segments(JdbcClient database) {
        this.database = database;
    }

    /**
     * A part of a list.
     *
     * @param next where the following part begins; null when this is the last
     */
    public record Page<R>(List<R> rows, @Nullable Place next) {}

    /** All that are kept, in their order. */
    public List<UUID> openIds() {
        return database.sql("select segment_id from segment.segment where closed_at is null order by segment_id")
                .query(UUID.class)
                .list();
    }

    /** A segment, also one that is closed. */
    public Optional<SegmentRow> find(UUID segmentId) {
        return database.sql(SEGMENTS + " where s.segment_id = ?")
                .param(segmentId)
                .query((row, number) -> segment(row))
                .optional();
    }

    /** Segments, the youngest first. */
    public Page<SegmentRow> page(boolean closedToo, @Nullable Place after, int limit) {
        List<Object> values = new ArrayList<>();
        var where = new StringBuilder(closedToo ? " where true" : " where s.closed_at is null");
        if (after != null) {
            where.append(" and (s.defined_at, s.segment_id) < (?, ?)");
            values.add(utc(after.at()));
            values.add(after.id());
        }
        values.add(limit + 1);
        List<SegmentRow> rows = database.sql(
                        SEGMENTS + where + " order by s.defined_at desc, s.segment_id desc limit ?")
                .params(values)
                .query((row, number) -> segment(row))
                .list();
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, limit),
                        new Place(
                                rows.get(limit - 1).definedAt(),
                                rows.get(limit - 1).segmentId()));
    }

    /** The rule that a segment had in a revision. */
    public Rule rule(UUID segmentId, int revision) {
        return SegmentJson.rule(
                database.sql("select rule from segment.definition where segment_id = ? and revision = ?")
                        .params(segmentId, revision)
                        .query(String.class)
                        .single());
    }

    /**
     * Who belongs to a segment, those first who entered last.
     *
     * @param at who belonged to it at that moment; null for now
     */
    public Page<MemberRow> members(UUID segmentId, @Nullable Instant at, @Nullable Place after, int limit) {
        List<Object> values = new ArrayList<>(List.of(segmentId));
        var question = new StringBuilder(MEMBERS);
        if (at == null) {
            question.append(" and m.until is null");
        } else {
            question.append(" and m.since <= ? and (m.until is null or m.until > ?)");
            values.add(utc(at));
            values.add(utc(at));
        }
        if (after != null) {
            question.append(" and (m.since, m.customer_id) < (?, ?)");
            values.add(utc(after.at()));
            values.add(after.id());
        }
        values.add(limit + 1);
        List<MemberRow> rows = database.sql(question + " order by m.since desc, m.customer_id desc limit ?")
                .params(values)
                .query((row, number) -> member(row))
                .list();
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), rows.get(limit - 1).place());
    }

    private static SegmentRow segment(ResultSet row) throws SQLException {
        return new SegmentRow(
                row.getObject("segment_id", UUID.class),
                row.getString("name"),
                SegmentJson.rule(row.getString("rule")),
                row.getInt("revision"),
                row.getInt("members"),
                instant(row, "defined_at"),
                instant(row, "changed_at"),
                row.getObject("changed_by", UUID.class),
                row.getObject("closed_at") == null ? null : instant(row, "closed_at"));
    }

    private static MemberRow member(ResultSet row) throws SQLException {
        return new MemberRow(
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                instant(row, "since"),
                row.getInt("revision"),
                MembershipCause.valueOf(row.getString("cause")),
                SegmentJson.findings(row.getString("findings")),
                row.getObject("until") == null ? null : instant(row, "until"),
                row.getString("until_cause") == null ? null : MembershipCause.valueOf(row.getString("until_cause")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
