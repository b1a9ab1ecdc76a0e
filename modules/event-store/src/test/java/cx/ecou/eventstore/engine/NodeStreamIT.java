package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Lamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one node's processors are given to read. */
class NodeStreamIT {

    /** More than a node keeps in memory. */
    private static final int MANY = 16_000;

    private final DataSource database = LampStore.database();
    private final OrderedEventStorageEngine engine = LampStore.engine(database);
    private final OrderedEventStore store = new OrderedEventStore(engine, Clock.systemUTC());

    @BeforeEach
    void one_event_is_there() {
        light(0, 1);
    }

    @AfterEach
    void nobody_reads_any_more() {
        store.close();
    }

    @Test
    void a_stream_begins_with_what_was_there_before_it_and_goes_on_with_what_comes() throws InterruptedException {
        try (var stream = fromTheStart()) {
            assertThat(next(stream, 1)).containsExactly(0);
            light(1, 3);
            assertThat(next(stream, 2)).containsExactly(1, 2);
        }
    }

    @Test
    void whoever_waits_is_woken_by_what_is_written() throws Exception {
        try (var stream = fromNow()) {
            assertThat(stream.hasNextAvailable()).isFalse();
            var waiting = CompletableFuture.supplyAsync(() -> hasNextWithinAMinute(stream));
            light(1, 2);

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
            assertThat(next(stream, 1)).containsExactly(1);
        }
    }

    @Test
    void what_another_node_wrote_is_found_without_being_announced() throws InterruptedException {
        try (var stream = fromNow()) {
            LampStore.engine(database).appendEvents(LampStore.lit(1, Instant.now()));

            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(next(stream, 1)).containsExactly(1);
        }
    }

    @Test
    void a_stream_that_fell_behind_misses_nothing_and_catches_up_again() throws InterruptedException {
        try (var slow = fromNow();
                var quick = fromNow()) {
            light(1, 2);
            assertThat(next(slow, 1)).containsExactly(1);
            light(2, MANY);
            assertThat(next(quick, MANY - 1)).isEqualTo(numbers(1, MANY));

            assertThat(next(slow, MANY - 2)).isEqualTo(numbers(2, MANY));
            light(MANY, MANY + 2);
            assertThat(next(slow, 2)).containsExactly(MANY, MANY + 1);
        }
    }

    @Test
    void what_an_upcaster_made_of_one_event_stays_together_however_much_comes_at_once() throws InterruptedException {
        var engine = LampStore.engine(database, Lamp.class, LampStore.twoOfOne());
        try (var store = new OrderedEventStore(engine, Clock.systemUTC());
                var stream = store.openStream(store.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            JdbcClient.create(database).sql("""
                            insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier,
                              sequence_number, recorded_at, payload_type, payload_revision, payload, metadata)
                            select gen_random_uuid(), 'Lamp', gen_random_uuid(), 0, clock_timestamp(), 'lamp.LampsLit', '1',
                              json_build_object('brightness', n), '{}' from generate_series(1, 4001) n""").update();

            assertThat(next(stream, 8_000))
                    .isEqualTo(
                            IntStream.rangeClosed(2, 8_001).mapToObj(n -> n / 2).toList());
        }
    }

    @Test
    void peeking_takes_nothing_away() throws InterruptedException {
        try (var stream = fromTheStart()) {
            assertThat(stream.peek()).map(LampStore::brightness).hasValue(0);
            assertThat(stream.peek()).map(LampStore::brightness).hasValue(0);
            assertThat(next(stream, 1)).containsExactly(0);
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void a_database_that_is_away_for_a_moment_stops_nobody_for_good() throws InterruptedException {
        try (var stream = fromNow()) {
            var direct = JdbcClient.create(database);
            direct.sql("alter table event_store.domain_event rename to gone").update();
            assertThat(stream.hasNextAvailable(300, TimeUnit.MILLISECONDS)).isFalse();
            direct.sql("alter table event_store.gone rename to domain_event").update();
            light(1, 2);

            assertThat(next(stream, 1)).containsExactly(1);
        }
    }

    @Test
    void what_comes_in_a_burst_is_not_read_before_it_is_over() throws InterruptedException {
        var perSecond = new AtomicInteger();
        var yielding = new Yielding(perSecond::get, Clock.systemUTC(), System::nanoTime);
        var recent = new RecentEvents(engine, yielding, Clock.systemUTC());
        recent.start();
        try (var stream = new NodeStream(engine, recent, yielding, engine.decidedHead())) {
            assertThat(stream.hasNextAvailable(300, TimeUnit.MILLISECONDS)).isFalse();
            perSecond.set(1_000_000);
            assertThat(stream.hasNextAvailable(300, TimeUnit.MILLISECONDS)).isFalse();
            light(1, 2);
            assertThat(stream.hasNextAvailable(600, TimeUnit.MILLISECONDS)).isFalse();

            perSecond.set(0);

            assertThat(next(stream, 1)).containsExactly(1);
        } finally {
            recent.stop();
        }
    }

    @Test
    void whoever_reads_counts_among_those_who_yield_until_they_are_closed() {
        var yielding = new Yielding(() -> 10_000, Clock.systemUTC(), () -> 0);
        var recent = new RecentEvents(engine, yielding, Clock.systemUTC());
        List<NodeStream> streams = IntStream.range(0, 6)
                .mapToObj(n -> new NodeStream(engine, recent, yielding, 0))
                .toList();
        assertThat(rest(yielding)).hasMillis(30);

        streams.subList(0, 2).forEach(stream -> {
            stream.close();
            stream.close();
        });

        assertThat(rest(yielding)).hasMillis(20);
    }

    private static Duration rest(Yielding yielding) {
        return yielding.turns().restBefore(Instant.now()).left();
    }

    private static boolean hasNextWithinAMinute(TrackingEventStream stream) {
        try {
            return stream.hasNextAvailable(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TrackingEventStream fromTheStart() {
        return store.openStream(store.createTailToken());
    }

    private TrackingEventStream fromNow() {
        TrackingToken head = store.createHeadToken();
        return store.openStream(head);
    }

    private void light(int from, int to) {
        store.publish(IntStream.range(from, to)
                .<EventMessage<?>>mapToObj(n -> LampStore.lit(n, Instant.now()))
                .toList());
    }

    private static List<Integer> next(TrackingEventStream stream, int count) throws InterruptedException {
        List<Integer> seen = new ArrayList<>();
        while (seen.size() < count) {
            TrackedEventMessage<?> event = stream.nextAvailable();
            seen.add(LampStore.brightness(event));
        }
        return seen;
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
