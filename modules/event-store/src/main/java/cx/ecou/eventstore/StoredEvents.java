package cx.ecou.eventstore;

import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.privacy.EventIdentity;
import cx.ecou.eventstore.privacy.EventKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
              payload, event_id from event_store.domain_event
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Serializer serializer;
    private final LogicalNames names;
    private final EventEncryption encryption;

    public StoredEvents(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Serializer serializer,
            LogicalNames names,
            EventEncryption encryption) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.serializer = serializer;
        this.names = names;
        this.encryption = encryption;
    }

    /** The whole history of an aggregate, oldest first; empty for an unknown one. */
    public List<StoredEvent> ofAggregate(UUID aggregateId) {
        return events(jdbc.query(
                SELECT + " where aggregate_identifier = ? order by sequence_number",
                (row, n) -> Row.read(row),
                aggregateId));
    }

    /** The first event of each aggregate that exists, by aggregate; unknown ids are left out. */
    public Map<UUID, StoredEvent> firstOf(Collection<UUID> aggregateIds) {
        List<Row> rows = jdbc.query(
                SELECT + " where aggregate_identifier = any (?) and sequence_number = 0",
                (row, n) -> Row.read(row),
                (Object) aggregateIds.toArray(UUID[]::new));
        Map<UUID, StoredEvent> found = new LinkedHashMap<>();
        events(rows).forEach(event -> found.put(event.aggregateId(), event));
        return found;
    }

    /** The events at these places of the store, by position; places without one are left out. */
    public Map<Long, StoredEvent> at(Collection<Long> positions) {
        List<Row> rows = jdbc.query(SELECT + " where global_index = any (?)", (row, n) -> Row.read(row), (Object)
                positions.toArray(Long[]::new));
        Map<Long, StoredEvent> found = new LinkedHashMap<>();
        events(rows).forEach(event -> found.put(event.position(), event));
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
        transaction.executeWithoutResult(status -> {
            List<Row> page = new ArrayList<>(FETCH);
            streaming()
                    .query(
                            SELECT
                                    + " where recorded_at >= ? and recorded_at < ? and payload_type = ? order by global_index",
                            row -> {
                                page.add(Row.read(row));
                                if (page.size() == FETCH) {
                                    events(page).forEach(each);
                                    page.clear();
                                }
                            },
                            utc(from),
                            utc(until),
                            name);
            events(page).forEach(each);
        });
    }

    private JdbcTemplate streaming() {
        var streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(FETCH);
        return streaming;
    }

    private List<StoredEvent> events(List<Row> rows) {
        EventKeys keys = encryption.toDecrypt(rows.stream().map(Row::payload).toList());
        return rows.stream().map(row -> event(row, keys)).toList();
    }

    private StoredEvent event(Row row, EventKeys keys) {
        return new StoredEvent(
                row.position, row.aggregateId, row.sequence, row.recordedAt, row.name, payload(row, keys));
    }

    private Object payload(Row row, EventKeys keys) {
        try {
            byte[] json = keys.decrypt(new EventIdentity(row.name, row.eventId, row.aggregateId), row.payload);
            return serializer.deserialize(
                    new SimpleSerializedObject<>(json, byte[].class, new SimpleSerializedType(row.name, row.revision)));
        } catch (SerializationException e) {
            return new Unreadable(row.name, row.revision, Failure.of(e).error(), Set.of());
        }
    }

    /** A row of the event table, as it lies there. */
    private record Row(
            long position,
            UUID aggregateId,
            long sequence,
            Instant recordedAt,
            String name,
            @Nullable String revision,
            byte[] payload,
            UUID eventId) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(5),
                    row.getString(6),
                    row.getBytes(7),
                    row.getObject(8, UUID.class));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
