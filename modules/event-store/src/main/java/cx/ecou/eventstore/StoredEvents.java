package cx.ecou.eventstore;

import cx.ecou.eventstore.naming.LogicalNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads events as they lie in the store, for histories and for questions about the past. One that this program cannot read is
 * handed over as {@link Unreadable}: it spoils no page.
 */
public final class StoredEvents {

    private static final int FETCH = 2_000;

    private static final String SELECT = """
            select global_index, aggregate_identifier, sequence_number, recorded_at, payload_type, payload_revision,
              payload from event_store.domain_event
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Serializer serializer;
    private final LogicalNames names;

    public StoredEvents(JdbcTemplate jdbc, TransactionTemplate transaction, Serializer serializer, LogicalNames names) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.serializer = serializer;
        this.names = names;
    }

    /** The whole history of an aggregate, oldest first; empty for an unknown one. */
    public List<StoredEvent> ofAggregate(UUID aggregateId) {
        return jdbc.query(
                SELECT + " where aggregate_identifier = ? order by sequence_number",
                (row, n) -> read(row),
                aggregateId);
    }

    /** The first event of each aggregate that exists, by aggregate; unknown ids are left out. */
    public Map<UUID, StoredEvent> firstOf(Collection<UUID> aggregateIds) {
        Map<UUID, StoredEvent> found = new LinkedHashMap<>();
        jdbc.query(
                SELECT + " where aggregate_identifier = any (?) and sequence_number = 0",
                row -> {
                    StoredEvent event = read(row);
                    found.put(event.aggregateId(), event);
                },
                (Object) aggregateIds.toArray(UUID[]::new));
        return found;
    }

    /**
     * Hands over every event of one type that was recorded in a span of time, in the order of the store. Streams: the
     * span may be long.
     *
     * @param from first instant
     * @param until the instant after the last
     */
    public void recordedBetween(Instant from, Instant until, Class<?> type, Consumer<StoredEvent> each) {
        String name = Objects.requireNonNull(names.of(type), "no registered event: " + type)
                .getName();
        transaction.executeWithoutResult(status -> streaming()
                .query(
                        SELECT
                                + " where recorded_at >= ? and recorded_at < ? and payload_type = ? order by global_index",
                        row -> {
                            each.accept(read(row));
                        },
                        utc(from),
                        utc(until),
                        name));
    }

    private JdbcTemplate streaming() {
        var streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(FETCH);
        return streaming;
    }

    private StoredEvent read(ResultSet row) throws SQLException {
        String name = row.getString(5);
        return new StoredEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                name,
                event(row.getBytes(7), name, row.getString(6)));
    }

    private Object event(byte[] payload, String name, @Nullable String revision) {
        try {
            return serializer.deserialize(
                    new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(name, revision)));
        } catch (SerializationException e) {
            return new Unreadable(name, revision, Failure.of(e).error(), Set.of());
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
