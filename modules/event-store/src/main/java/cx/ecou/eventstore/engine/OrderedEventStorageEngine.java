package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.BinaryRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Axon's events in PostgreSQL, each read once and in order.
 *
 * <p>Axon's own JDBC engine guesses from clocks whether a hole in the positions may still be filled, and then loses events
 * of slow transactions (AxonFramework #4829). Here a reader goes only as far as the low-water mark says that everything is
 * decided, so a position is all a processor has to remember: tokens hold no gaps.
 */
public final class OrderedEventStorageEngine extends BatchingEventStorageEngine {

    /** From this many events on, COPY is faster than an insert. */
    private static final int COPY_FROM = 20;

    private static final String COPIED = """
            event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number, recorded_at,
              payload_type, payload_revision, payload, metadata)""";

    private static final String INSERT = "insert into " + COPIED + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String READ_AGGREGATE = "select " + StoredRow.COLUMNS
            + " from event_store.domain_event where aggregate_identifier = ? and sequence_number >= ?"
            + " order by sequence_number limit ?";

    private static final String READ_TRACKED = "select " + StoredRow.COLUMNS
            + " from event_store.domain_event where global_index > ? and global_index <= ?"
            + " order by global_index limit ?";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final DecidedHead head;

    public OrderedEventStorageEngine(
            DataSource dataSource,
            Serializer serializer,
            EventUpcaster upcasters,
            PersistenceExceptionResolver conflicts) {
        super(
                new Builder() {}.snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .upcasterChain(upcasters)
                        .persistenceExceptionResolver(conflicts)
                        .batchSize(1_000));
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(0);
        this.head = new DecidedHead(JdbcClient.create(dataSource));
    }

    /** The position up to which every event is readable now, 0 for an empty store. */
    public long decidedHead() {
        return head.current();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewRow> rows =
                events.stream().map(event -> NewRow.of(event, serializer)).toList();
        try {
            if (rows.size() < COPY_FROM) {
                insert(rows);
            } else {
                copy(rows);
            }
        } catch (DataAccessException e) {
            handlePersistenceException(sqlCauseOf(e), events.get(0));
        }
    }

    private void insert(List<NewRow> rows) {
        jdbc.batchUpdate(INSERT, rows, rows.size(), (statement, row) -> {
            statement.setObject(1, row.eventId());
            statement.setString(2, row.aggregateType());
            statement.setObject(3, row.aggregateIdentifier());
            statement.setLong(4, row.sequenceNumber());
            statement.setTimestamp(5, Timestamp.from(row.recordedAt()));
            statement.setString(6, row.payloadType());
            statement.setString(7, row.payloadRevision());
            statement.setString(8, new String(row.payload(), StandardCharsets.UTF_8));
            statement.setString(9, new String(row.metadata(), StandardCharsets.UTF_8));
        });
    }

    /** The gate's trigger fires for COPY as it does for INSERT. */
    private void copy(List<NewRow> rows) {
        var copied = new BinaryRows(COPIED, 9);
        for (NewRow row : rows) {
            copied.row()
                    .uuid(row.eventId())
                    .text(row.aggregateType())
                    .uuid(row.aggregateIdentifier())
                    .bigint(row.sequenceNumber())
                    .instant(row.recordedAt())
                    .text(row.payloadType())
                    .text(row.payloadRevision())
                    .utf8(row.payload())
                    .utf8(row.metadata());
        }
        copied.copyInto(dataSource);
    }

    private static Exception sqlCauseOf(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause ? cause : e;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return jdbc.query(
                READ_AGGREGATE,
                (row, number) -> StoredRow.read(row),
                UUID.fromString(aggregateIdentifier),
                firstSequenceNumber,
                batchSize);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long from = positionOf(lastToken);
        long to = head.beyond(from);
        return to <= from
                ? List.of()
                : jdbc.query(READ_TRACKED, (row, number) -> StoredRow.read(row), from, to, batchSize);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(decidedHead());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        long decided = decidedHead();
        Long first = jdbc.queryForObject("""
                select coalesce(min(global_index) - 1, ?) from event_store.domain_event
                 where recorded_at >= ? and global_index <= ?""", Long.class, decided, Timestamp.from(instant), decided);
        return new GlobalSequenceTrackingToken(Objects.requireNonNull(first));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select max(sequence_number) from event_store.domain_event where aggregate_identifier = ?",
                Long.class,
                UUID.fromString(aggregateIdentifier)));
    }

    /** No aggregate here lives long enough to need one: reading a case is reading a dozen events. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("Ecou keeps no snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    private abstract static class Builder extends BatchingEventStorageEngine.Builder {}
}
