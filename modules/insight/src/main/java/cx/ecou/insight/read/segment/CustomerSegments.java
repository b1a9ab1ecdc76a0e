package cx.ecou.insight.read.segment;

import cx.ecou.segment.events.MembershipCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks to which segments a customer belongs, whoever has been merged into them. */
@Component
public class CustomerSegments {

    public static final String PROCESSING_GROUP = "insight.segments";

    /** Two who turned out to be one may both belong for a moment: then they do since the first of them did. */
    private static final String MEMBERSHIPS = """
            select distinct on (held.segment_id) held.segment_id, segment.name, held.since, held.cause, held.findings, ruled.rule
              from insight.subject part
              join insight.membership held on held.customer_id = part.subject_id
              join insight.segment on segment.segment_id = held.segment_id
              join insight.segment_rule ruled on ruled.segment_id = held.segment_id and ruled.revision = held.revision
             where part.customer_id = ? and held.until is null
             order by held.segment_id, held.since
            """;

    private final JdbcClient database;

    CustomerSegments(JdbcClient database) {
        this.database = database;
    }

    /** Those to which a customer belongs now, by name. */
    public List<HeldMembership> of(UUID customerId) {
        return database.sql(MEMBERSHIPS).param(customerId).query((row, number) -> membership(row)).list().stream()
                .sorted(Comparator.comparing(HeldMembership::name).thenComparing(HeldMembership::segmentId))
                .toList();
    }

    /** The name of a segment, also of a closed one; empty for one that is not known, or not yet. */
    public Optional<String> name(UUID segmentId) {
        return database.sql("select name from insight.segment where segment_id = ?")
                .param(segmentId)
                .query(String.class)
                .optional();
    }

    /** The names of some segments, also of closed ones; those that are not known are left out. */
    public Map<UUID, String> names(Collection<UUID> segmentIds) {
        return segmentIds.isEmpty()
                ? Map.of()
                : named(database.sql("select segment_id, name from insight.segment where segment_id = any (?)")
                        .param(segmentIds.toArray(UUID[]::new)));
    }

    /** Those that are kept, in the order of their names. */
    public Map<UUID, String> kept() {
        return named(database.sql(
                "select segment_id, name from insight.segment where closed_at is null order by name, segment_id"));
    }

    private static Map<UUID, String> named(JdbcClient.StatementSpec question) {
        Map<UUID, String> names = new LinkedHashMap<>();
        question.query(row -> {
            names.put(row.getObject("segment_id", UUID.class), row.getString("name"));
        });
        return names;
    }

    private static HeldMembership membership(ResultSet row) throws SQLException {
        return new HeldMembership(
                row.getObject("segment_id", UUID.class),
                row.getString("name"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                MembershipCause.valueOf(row.getString("cause")),
                MembershipJson.rule(row.getString("rule")),
                MembershipJson.findings(row.getString("findings")));
    }
}
