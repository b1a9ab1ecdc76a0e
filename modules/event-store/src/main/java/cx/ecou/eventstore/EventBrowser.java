package cx.ecou.eventstore;

import cx.ecou.eventstore.naming.LogicalNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks at events as they lie in the store, for those who look after it. Nothing is parsed: an event that this program
 * cannot read is shown like any other.
 */
public final class EventBrowser {

    private static final String CANCELLED = "57014";

    private static final String COLUMNS = """
            select global_index, event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision""";

    private static final String ONE =
            COLUMNS + ", payload, metadata from event_store.domain_event where global_index = ?";

    private final JdbcTemplate jdbc;
    private final LogicalNames names;

    /** @param patience how long one search may take */
    public EventBrowser(DataSource dataSource, LogicalNames names, Duration patience) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setQueryTimeout((int) patience.toSeconds());
        this.names = names;
    }

    /** The names of the events that this program knows. The store may hold others. */
    public SortedSet<String> knownTypes() {
        return new TreeSet<>(names.all());
    }

    /**
     * The newest events first, a page at a time.
     *
     * @param before the last position of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit how many at most
     * @throws SearchTooWide when it takes too long
     */
    public List<EventRow> find(EventSearch search, long before, int limit) {
        List<Object> values = new ArrayList<>();
        String sql = COLUMNS + " from event_store.domain_event where " + where(search, before, values) + " order by "
                + (search.aggregateId() == null ? "global_index" : "sequence_number") + " desc limit " + limit;
        try {
            return jdbc.query(sql, (row, n) -> row(row), values.toArray());
        } catch (DataAccessException e) {
            throw CANCELLED.equals(Failure.of(e).sqlState()) ? new SearchTooWide(e) : e;
        }
    }

    /** Within an aggregate the order is the same by its own numbers, and there is an index for those. */
    private static String where(EventSearch search, long before, List<Object> values) {
        var where = new StringBuilder("global_index < ?");
        values.add(before);
        if (search.aggregateId() != null) {
            where.append(" and aggregate_identifier = ?");
            values.add(search.aggregateId());
        }
        if (search.type() != null) {
            where.append(" and payload_type = ?");
            values.add(search.type());
        }
        if (search.from() != null) {
            where.append(" and recorded_at >= ?");
            values.add(utc(search.from()));
        }
        if (search.until() != null) {
            where.append(" and recorded_at < ?");
            values.add(utc(search.until()));
        }
        return where.toString();
    }

    /** The event at a position, if there is one. */
    public Optional<EventText> at(long position) {
        return jdbc
                .query(
                        ONE,
                        (row, n) -> new EventText(row(row), row.getString("payload"), row.getString("metadata")),
                        position)
                .stream()
                .findFirst();
    }

    private static EventRow row(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong("global_index"),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getObject("aggregate_identifier", UUID.class),
                row.getLong("sequence_number"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload_type"),
                row.getString("payload_revision"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
