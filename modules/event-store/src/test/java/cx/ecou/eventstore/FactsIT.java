package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.engine.OrderedEventStore;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class FactsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    Facts facts;

    @Autowired
    OrderedEventStore store;

    @Autowired
    StoredEvents stored;

    @Autowired
    Positions positions;

    @Autowired
    LampLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    @Test
    void a_fact_is_stored_under_its_logical_name_as_json_that_can_be_read() {
        UUID lamp = Ids.next();

        facts.record(List.of(lit(lamp, 7)));

        assertThat(database.sql("select payload_type, payload, metadata from event_store.domain_event"
                                + " where aggregate_identifier = ?")
                        .param(lamp)
                        .query()
                        .singleRow())
                .containsEntry("payload_type", "lamp.LampLit")
                .containsEntry("payload", "{\"lampId\":\"" + lamp + "\",\"brightness\":7,\"note\":\"über\"}")
                .containsEntry("metadata", "{}");
        assertThat(stored.ofAggregate(lamp))
                .extracting(StoredEvent::name, StoredEvent::event)
                .containsExactly(tuple("lamp.LampLit", new LampLit(lamp, 7, "über")));
    }

    @Test
    void a_thousand_facts_reach_a_projection_once_each_and_in_few_batches() {
        List<Fact> thousand = IntStream.range(0, 1_000)
                .mapToObj(n -> lit(Ids.next(), 10_000 + n))
                .toList();

        facts.record(thousand);

        long last = positions.ofAggregate(thousand.get(999).id());
        assertThat(positions.await("lamp.log", last, PATIENCE)).isTrue();
        assertThat(log.brightnesses().stream().filter(b -> b >= 10_000 && b < 20_000))
                .containsExactlyElementsOf(
                        IntStream.range(10_000, 11_000).boxed().toList());
        assertThat(log.batches).hasSizeLessThan(50);
    }

    @Test
    void a_list_with_one_known_fact_is_refused_as_a_whole() {
        for (int length : new int[] {3, 300}) {
            Fact known = lit(Ids.next(), 30_000);
            facts.record(List.of(known));
            List<Fact> list = new ArrayList<>(IntStream.range(1, length)
                    .mapToObj(n -> lit(Ids.next(), 30_000 + n))
                    .toList());
            list.add(known);

            assertThatThrownBy(() -> facts.record(list)).matches(Facts::isConflict);

            assertThat(stored.firstOf(list.stream().map(Fact::id).toList())).containsOnlyKeys(known.id());
        }
    }

    @Test
    void outside_a_transaction_the_store_records_nothing() {
        Fact fact = lit(Ids.next(), 50_000);

        assertThatThrownBy(() -> store.record(List.of(fact), Instant.now(), 1))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stored.ofAggregate(fact.id())).isEmpty();
    }

    @Test
    void what_was_recorded_in_a_span_of_time_is_read_back_in_order() {
        Instant before = Instant.now();
        List<Fact> three = List.of(lit(Ids.next(), 1), lit(Ids.next(), 2), lit(Ids.next(), 3));
        facts.record(three);
        List<Object> read = new ArrayList<>();

        stored.recordedBetween(before, Instant.now().plusSeconds(1), LampLit.class, event -> read.add(event.event()));

        assertThat(read).containsSubsequence(three.stream().map(Fact::event).toList());
    }

    @Test
    void whoever_has_just_recorded_knows_the_position_before_the_transaction_ends() {
        UUID lamp = Ids.next();
        long before = positions.head();

        Long within = transaction.execute(status -> {
            facts.record(List.of(lit(lamp, 7)));
            return positions.ofAggregate(lamp);
        });

        assertThat(within).isGreaterThan(before).isEqualTo(positions.ofAggregate(lamp));
        assertThat(positions.ofAggregate(Ids.next())).isZero();
    }

    @Test
    void a_node_that_freezes_while_it_writes_a_long_list_holds_up_the_others_for_seconds_only() {
        String limit = transaction.execute(status -> {
            List<Fact> many = IntStream.range(0, 50)
                    .mapToObj(n -> lit(Ids.next(), 50_000 + n))
                    .toList();
            facts.record(many);
            assertThat(positions.ofAggregate(many.get(0).id())).isPositive();
            return database.sql("show statement_timeout").query(String.class).single();
        });

        assertThat(limit).isEqualTo("10s");
    }

    @Test
    void events_are_only_ever_added() {
        UUID lamp = Ids.next();
        facts.record(List.of(lit(lamp, 7)));

        for (String change : List.of(
                "update event_store.domain_event set payload = '{}'",
                "delete from event_store.domain_event",
                "truncate event_store.domain_event")) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("events are only ever added");
        }
        assertThat(stored.ofAggregate(lamp)).hasSize(1);
    }

    private static Fact lit(UUID lamp, int brightness) {
        return new Fact(lamp, "Lamp", new LampLit(lamp, brightness, "über"));
    }
}
