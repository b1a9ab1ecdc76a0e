package cx.ecou.segment.automation;

import cx.ecou.segment.read.segments.SegmentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far rules have been asked, and who is in by what has been recorded: written with the events that say so. */
@Component
class JudgementTable {

    private final JdbcTemplate jdbc;

    JudgementTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** That of a segment, which nobody else has until the end of the transaction. */
    Judgement lock(SegmentRow segment, Instant now) {
        save(Judgement.begin(segment.segmentId(), segment.revision(), now), "nothing");
        return jdbc.query(
                        "select * from segment.judgement where segment_id = ? for update",
                        (row, number) -> judgement(row),
                        segment.segmentId())
                .get(0);
    }

    void save(Judgement judgement) {
        save(judgement, """
                update set revision = excluded.revision, complete = excluded.complete, asked_up_to = excluded.asked_up_to,
                  swept_at = excluded.swept_at, next_sequence = excluded.next_sequence, last_at = excluded.last_at""");
    }

    private void save(Judgement judgement, String otherwise) {
        jdbc.update(
                "insert into segment.judgement (segment_id, revision, complete, asked_up_to, swept_at, next_sequence, last_at)"
                        + " values (?, ?, ?, ?::uuid, ?, ?, ?) on conflict (segment_id) do " + otherwise,
                judgement.segmentId(),
                judgement.revision(),
                judgement.complete(),
                text(judgement.askedUpTo()),
                utc(judgement.sweptAt()),
                judgement.nextSequence(),
                utc(judgement.lastAt()));
    }

    /** Nobody is held to have been asked any more. */
    void askAnew(UUID segmentId) {
        jdbc.update(
                "update segment.judgement set complete = false, asked_up_to = null where segment_id = ?", segmentId);
    }

    /** Who of these customers is in a segment. */
    Set<UUID> standing(UUID segmentId, Collection<UUID> customers) {
        return new HashSet<>(jdbc.queryForList(
                "select customer_id from segment.standing where segment_id = ? and customer_id = any (?)",
                UUID.class,
                segmentId,
                customers.toArray(UUID[]::new)));
    }

    void enter(UUID segmentId, Collection<UUID> customers) {
        jdbc.update(
                "insert into segment.standing (segment_id, customer_id) select ?, unnest(?)",
                segmentId,
                customers.toArray(UUID[]::new));
    }

    void leave(UUID segmentId, Collection<UUID> customers) {
        jdbc.update(
                "delete from segment.standing where segment_id = ? and customer_id = any (?)",
                segmentId,
                customers.toArray(UUID[]::new));
    }

    /** Forgets who is in segments that are closed. */
    void forgetClosed() {
        List<UUID> closed = jdbc.queryForList("""
                select j.segment_id from segment.judgement j join segment.segment s on s.segment_id = j.segment_id
                 where s.closed_at is not null
                """, UUID.class);
        closed.forEach(segment -> {
            jdbc.update("delete from segment.standing where segment_id = ?", segment);
            jdbc.update("delete from segment.judgement where segment_id = ?", segment);
        });
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                row.getObject("segment_id", UUID.class),
                row.getInt("revision"),
                row.getBoolean("complete"),
                row.getObject("asked_up_to", UUID.class),
                instant(row, "swept_at"),
                row.getLong("next_sequence"),
                instant(row, "last_at"));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
