package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Failure;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.kernel.DomainRuleViolation;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
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
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(OrderedEventStorageEngine.class);

    private static final String READ_AGGREGATE = "select " + StoredRow.COLUMNS
            + " from event_store.domain_event where aggregate_identifier = ? and sequence_number >= ?"
            + " order by sequence_number limit ?";

    private static final String READ_TRACKED = "select " + StoredRow.COLUMNS
            + " from event_store.domain_event where global_index > ? and global_index <= ?"
            + " order by global_index limit ?";

    private static final String READ_ONE =
            "select " + StoredRow.COLUMNS + " from event_store.domain_event where global_index = ?";

    private static final String LAST_POSITION = """
            select global_index from event_store.domain_event
             where aggregate_identifier = ? order by sequence_number desc limit 1""";

    private final JdbcTemplate jdbc;
    private final EventTable table;
    private final DecidedHead head;
    private final EventReader reader;
    private final PersistenceExceptionResolver conflicts;
    private final EventEncryption encryption;

    public OrderedEventStorageEngine(
            DataSource dataSource,
            Serializer serializer,
            EventUpcaster upcasters,
            PersistenceExceptionResolver conflicts,
            EventEncryption encryption) {
        super(
                new Builder() {}.snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .upcasterChain(upcasters)
                        .persistenceExceptionResolver(conflicts)
                        .batchSize(1_000));
        this.jdbc = new JdbcTemplate(dataSource);
        this.table = new EventTable(dataSource, jdbc, encryption);
        this.head = new DecidedHead(JdbcClient.create(dataSource));
        this.reader = new EventReader(serializer, upcasters);
        this.conflicts = conflicts;
        this.encryption = encryption;
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
        List<NewRow> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            rows.add(NewRow.of(event, serializer, encryption));
        }
        PendingEvents.add(table, rows, this::write);
    }

    /** Appends facts, each at its place in its aggregate. */
    void append(List<Fact> facts, Instant at) {
        Serializer serializer = getEventSerializer();
        List<NewRow> rows = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            rows.add(NewRow.of(fact, at, serializer, encryption));
        }
        PendingEvents.add(table, rows, this::write);
    }

    private void write(List<NewRow> rows) {
        try {
            table.write(rows);
        } catch (DataAccessException e) {
            throw refused(rows.get(0), sqlCauseOf(e));
        }
    }

    /** As Axon's own engines tell it: a stream that exists already, another writer who was first, or a failure. */
    private RuntimeException refused(NewRow first, Exception cause) {
        String what = "event " + first.eventId() + " and those written with it could not be stored";
        if (!conflicts.isDuplicateKeyViolation(cause)) {
            return new EventStoreException(what, cause);
        }
        return first.sequenceNumber() == 0
                ? new AggregateStreamCreationException(what, cause)
                : new ConcurrencyException(what, cause);
    }

    private static Exception sqlCauseOf(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause ? cause : e;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        PendingEvents.writeNow(table, UUID.fromString(aggregateIdentifier));
        return read(READ_AGGREGATE, UUID.fromString(aggregateIdentifier), firstSequenceNumber, batchSize);
    }

    /**
     * The whole history at once: it is short, and what cannot be read shows before anything is decided on the rest.
     *
     * @throws DomainRuleViolation {@code unreadable-history} when this program cannot read all of it
     */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        DomainEventStream stored = super.readEvents(aggregateIdentifier, firstSequenceNumber);
        List<DomainEventMessage<?>> history = new ArrayList<>();
        try {
            while (stored.hasNext()) {
                DomainEventMessage<?> event = stored.next();
                event.getPayload();
                history.add(event);
            }
        } catch (SerializationException e) {
            log.warn("The history of {} cannot be read by this program: {}", aggregateIdentifier, Failure.of(e));
            throw new DomainRuleViolation("unreadable-history");
        }
        return DomainEventStream.of(history.stream(), stored::getLastSequenceNumber);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long from = positionOf(lastToken);
        long to = head.beyond(from);
        return to <= from ? List.of() : read(READ_TRACKED, from, to, batchSize);
    }

    private List<StoredRow> read(String sql, Object... values) {
        return StoredRow.decrypted(jdbc.query(sql, (row, number) -> StoredRow.read(row), values), encryption);
    }

    /** Never throws because of what is stored: what cannot be read is handed over as {@link cx.ecou.eventstore.Unreadable}. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return readEventData(after, mayBlock).mapMulti((row, each) -> reader.read((StoredRow) row, each));
    }

    /** What is stored at a position: one event, several that an upcaster made of it, or none. */
    public List<TrackedEventMessage<?>> eventsAt(long position) {
        return read(READ_ONE, position).stream()
                .<TrackedEventMessage<?>>mapMulti(reader::read)
                .toList();
    }

    static long positionOf(@Nullable TrackingToken token) {
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

    /** The position of the last event of an aggregate, also of what this transaction has added; 0 when there is none. */
    public long lastPositionOf(UUID aggregate) {
        PendingEvents.writeNow(table, aggregate);
        List<Long> last = jdbc.queryForList(LAST_POSITION, Long.class, aggregate);
        return last.isEmpty() ? 0 : last.get(0);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        PendingEvents.writeNow(table, UUID.fromString(aggregateIdentifier));
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
