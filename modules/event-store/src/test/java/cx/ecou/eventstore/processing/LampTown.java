package cx.ecou.eventstore.processing;

import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.deadletter.DeadLetter;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.deadletter.LetterBox;
import cx.ecou.eventstore.engine.LampStore;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.ledger.EventCounts;
import cx.ecou.eventstore.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Lamps whose events processors watch, on one node or several. */
final class LampTown implements AutoCloseable {

    final DataSource database = LampStore.database();
    final JdbcClient rows = JdbcClient.create(database);
    final DeadLetters letters = new DeadLetters(rows);
    private final OrderedEventStore store = new OrderedEventStore(LampStore.engine(database), Clock.systemUTC());
    private final List<OrderedProcessor> processors = new ArrayList<>();
    private final List<OrderedEventStore> stores = new ArrayList<>(List.of(store));

    LampTown() {
        Watcher.makeTable(rows);
    }

    /** A processor that sees all events from the first one on. */
    OrderedProcessor watched(Watcher by) {
        return watched(by, store, UUID.randomUUID());
    }

    /** The same on another node, whose program knows other events. */
    OrderedProcessor watchedElsewhere(Watcher by, Class<?> knownEvents) {
        var other = new OrderedEventStore(LampStore.engine(database, knownEvents), Clock.systemUTC());
        stores.add(other);
        return watched(by, other, UUID.randomUUID());
    }

    private OrderedProcessor watched(Watcher by, OrderedEventStore in, UUID node) {
        rows.sql("insert into event_store.processor_place (processor, position) values (?, 0) on conflict do nothing")
                .param(by.name)
                .update();
        var processor = new OrderedProcessor(
                by,
                in,
                new ProcessorPlace(by.name, rows, Duration.ofSeconds(30), node),
                new LetterBox(by.name, rows),
                new SpringTransactionManager(new DataSourceTransactionManager(database)));
        processors.add(processor);
        processor.start();
        return processor;
    }

    /** The second count, for all processors of this town. */
    Reconciliation reconciliation() {
        return reconciliation(() -> false);
    }

    Reconciliation reconciliation(BooleanSupplier burst) {
        return new Reconciliation(processors::stream, store, new EventCounts(rows), new Ledger(rows), burst);
    }

    /** Events of one lamp, with numbers in a row, recorded together. */
    void lights(UUID lamp, long from, long to) {
        store.publish(LongStream.range(from, to)
                .<EventMessage<?>>mapToObj(sequence -> LampStore.lit(lamp, sequence, 1, Instant.now()))
                .toList());
    }

    /** The first event of many lamps, recorded together. */
    List<UUID> lightsNew(int lamps) {
        List<UUID> lit =
                LongStream.range(0, lamps).mapToObj(n -> UUID.randomUUID()).toList();
        store.publish(lit.stream()
                .<EventMessage<?>>map(lamp -> LampStore.lit(lamp, 0, 1, Instant.now()))
                .toList());
        return lit;
    }

    /** An event as another program might have written it. */
    void records(UUID lamp, long sequence, String name, @Nullable String revision, String json) {
        rows.sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number,
                          recorded_at, payload_type, payload_revision, payload, metadata)
                        values (gen_random_uuid(), 'Lamp', ?, ?, clock_timestamp(), ?, ?, ?, '{}')""")
                .param(lamp)
                .param(sequence)
                .param(name)
                .param(revision)
                .param(json)
                .update();
    }

    /** What was seen of a lamp, by number, in the order in which it was seen. */
    List<Long> seen(Watcher by, UUID lamp) {
        return rows.sql("select sequence from public.seen where watcher = ? and lamp = ? order by ctid")
                .params(by.name, lamp)
                .query(Long.class)
                .list();
    }

    int seen(Watcher by) {
        return rows.sql("select count(*) from public.seen where watcher = ?")
                .param(by.name)
                .query(Integer.class)
                .single();
    }

    /** What lies aside of a lamp. */
    List<DeadLetter> aside(Watcher by, UUID lamp) {
        return letters.of(by.name, 0, 1_000).stream()
                .filter(letter -> letter.sequence().equals(lamp))
                .toList();
    }

    /** Waits until a processor has passed everything that is recorded. */
    void passes(OrderedProcessor processor) {
        await(processor.getName())
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(processor.position())
                        .isEqualTo(head()));
    }

    private long head() {
        return rows.sql("select coalesce(max(global_index), 0) from event_store.domain_event")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        processors.forEach(OrderedProcessor::shutDown);
        stores.forEach(OrderedEventStore::close);
    }
}
