package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.deadletter.LetterBox;
import cx.ecou.eventstore.engine.LampStore;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.ledger.Tally;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A processor that writes down the lamps it sees, on one node and on two. */
class OrderedProcessorIT {

    private static final String NAME = "lamps.seen";

    private final DataSource database = LampStore.database();
    private final JdbcClient rows = JdbcClient.create(database);
    private final AskedClock clock = new AskedClock();
    private final OrderedEventStore store = new OrderedEventStore(LampStore.engine(database), clock);
    private final Seen seen = new Seen();
    private final ProcessorPlace place = new ProcessorPlace(NAME, rows, Duration.ofSeconds(30));
    private final OrderedProcessor processor = processor(seen, place);

    @BeforeEach
    void a_new_processor_has_a_place_and_somewhere_to_write() {
        rows.sql("insert into event_store.processor_place (processor, position) values (?, 0)")
                .param(NAME)
                .update();
        rows.sql("create table public.seen (brightness int)").update();
    }

    @AfterEach
    void everything_ends() {
        processor.shutDown();
        store.close();
    }

    @Test
    void what_was_written_before_and_after_its_start_is_seen_once_in_order() {
        light(0, 3);
        processor.start();
        light(3, 700);

        await().until(() -> seen().size() >= 700);
        assertThat(seen()).isEqualTo(numbers(700));
        await().untilAsserted(() -> assertThat(processor.position()).isEqualTo(place()));
    }

    @Test
    void it_stands_still_when_the_database_gives_up_and_goes_on_when_it_works_again() {
        seen.failAt = 5;
        processor.start();
        light(0, 5);
        await().until(() -> seen().size() == 5);
        light(5, 10);

        await().until(processor::isError);
        assertThat(seen()).isEqualTo(numbers(5));
        seen.failAt = -1;
        await().until(() -> seen().size() == 10);
        assertThat(seen()).isEqualTo(numbers(10));
        assertThat(processor.isError()).isFalse();
        assertThat(rows.sql("select count(*) from event_store.dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void it_passes_what_does_not_concern_it_without_a_transaction() {
        seen.concerned = false;
        light(0, 50);
        processor.start();

        await().until(() -> processor.position() > 0);
        assertThat(seen()).isEmpty();
        assertThat(place()).isZero();
    }

    @Test
    void after_a_new_start_it_goes_on_where_it_was() {
        light(0, 20);
        processor.start();
        await().until(() -> seen().size() == 20);
        processor.shutDown();
        light(20, 30);

        assertThat(seen()).hasSize(20);
        processor.start();
        await().until(() -> seen().size() == 30);
        assertThat(seen()).isEqualTo(numbers(30));
    }

    @Test
    void a_node_works_only_when_the_one_before_it_has_not_been_heard_of_for_a_while() {
        takeOver();
        processor.start();
        light(0, 5);
        assertThat(place.take()).isEmpty();
        assertThat(seen()).isEmpty();

        rows.sql("update event_store.processor_place set held_until = clock_timestamp()")
                .update();
        await().until(() -> seen().size() == 5);
        assertThat(seen()).isEqualTo(numbers(5));
    }

    @Test
    void a_node_that_was_away_for_too_long_keeps_nothing_of_what_it_does() {
        processor.start();
        light(0, 5);
        await().until(() -> seen().size() == 5);
        long before = place();
        takeOver();
        light(5, 8);

        await().until(() -> processor.position() == 0);
        assertThat(seen()).hasSize(5);
        assertThat(place()).isEqualTo(before);
    }

    @Test
    void nobody_takes_over_in_the_middle_of_a_batch() throws InterruptedException {
        seen.stopAt = 3;
        light(0, 5);
        processor.start();
        seen.reached.await();
        var taken = CompletableFuture.runAsync(this::takeOver);
        await().until(this::somebodyWaitsForTheRow);
        assertThat(taken).isNotDone();
        seen.goOn.countDown();

        assertThat(taken).succeedsWithin(Duration.ofSeconds(10));
        assertThat(seen()).isEqualTo(numbers(5));
    }

    @Test
    void an_interceptor_that_would_never_run_is_refused() {
        assertThatThrownBy(() -> processor.registerHandlerInterceptor((unitOfWork, chain) -> chain.proceed()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_lost_place_cannot_be_written() {
        assertThat(place.take()).hasValue(0L);
        takeOver();

        assertThatThrownBy(() -> place.write(7, Tally.NONE)).isInstanceOf(ProcessorPlace.PlaceLost.class);
        assertThat(place.take()).isEmpty();
        assertThat(place()).isZero();
    }

    @Test
    void who_reads_asks_how_long_to_rest_also_when_nothing_concerns_it() {
        seen.concerned = false;
        processor.start();
        var brightness = new AtomicInteger();

        await().untilAsserted(() -> {
            int next = brightness.getAndIncrement();
            light(next, next + 1);
            assertThat(clock.askedBy).contains("ecou-events", "ecou-" + NAME);
        });
    }

    private boolean somebodyWaitsForTheRow() {
        return rows.sql("""
                        select count(*) > 0 from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'""").query(Boolean.class).single();
    }

    /** As another node does when this one was not heard of for half a minute. */
    private void takeOver() {
        rows.sql("""
                        update event_store.processor_place
                           set holder = gen_random_uuid(), held_until = clock_timestamp() + interval '1 hour'""").update();
    }

    private OrderedProcessor processor(EventHandlerInvoker handlers, ProcessorPlace place) {
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(database));
        return new OrderedProcessor(handlers, store, place, new LetterBox(NAME, rows), transactions);
    }

    private void light(int from, int to) {
        store.publish(IntStream.range(from, to)
                .<EventMessage<?>>mapToObj(n -> LampStore.lit(n, Instant.now()))
                .toList());
    }

    private List<Integer> seen() {
        return rows.sql("select brightness from public.seen order by ctid")
                .query(Integer.class)
                .list();
    }

    private long place() {
        return rows.sql("select position from event_store.processor_place")
                .query(Long.class)
                .single();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Yielding asks the time; this clock remembers on whose behalf. */
    private static final class AskedClock extends Clock {

        private final Set<String> askedBy = ConcurrentHashMap.newKeySet();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            askedBy.add(Thread.currentThread().getName());
            return Instant.now();
        }
    }

    /** Writes each lamp down, and fails or stops where it is told to. */
    private final class Seen implements EventHandlerInvoker {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile boolean concerned = true;
        private volatile int failAt = -1;
        private volatile int stopAt = -1;

        @Override
        public boolean canHandle(EventMessage<?> event, Segment segment) {
            return canHandleType(event.getPayloadType());
        }

        @Override
        public boolean canHandleType(Class<?> payloadType) {
            return concerned && payloadType == LampLit.class;
        }

        @Override
        public void handle(EventMessage<?> event, Segment segment) throws Exception {
            int brightness = LampStore.brightness(event);
            if (brightness == failAt) {
                throw new SQLException("terminating connection due to administrator command", "57P01");
            }
            if (brightness == stopAt) {
                reached.countDown();
                goOn.await();
            }
            rows.sql("insert into public.seen values (?)").param(brightness).update();
        }
    }
}
