package cx.ecou.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Lamp;
import cx.ecou.eventstore.Lamp.LampBroken;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.engine.LampStore;
import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.rebuild.StoredHistory.Concerning;
import cx.ecou.eventstore.rebuild.StoredHistory.UnreadableEvent;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The stored lamps as a rebuild reads them, ten at a time. */
class StoredHistoryIT {

    private static final List<EventRegister> LAMPS = List.of(new EventRegister("lamp", Lamp.class));

    private final DataSource database = LampStore.database();
    private final OrderedEventStorageEngine engine = LampStore.engine(database);
    private final Concerning lit = history().concerning(LampLit.class::equals);

    @Test
    void pages_follow_each_other_without_a_gap_up_to_a_position() {
        light(25);

        assertThat(lit.after(0, 25)).satisfies(page -> {
            assertThat(brightnesses(page)).isEqualTo(numbers(0, 10));
            assertThat(page.end()).isEqualTo(10);
        });
        assertThat(brightnesses(lit.after(10, 23))).isEqualTo(numbers(10, 20));
        assertThat(lit.after(20, 23)).satisfies(page -> {
            assertThat(brightnesses(page)).isEqualTo(numbers(20, 23));
            assertThat(page.end()).isEqualTo(23);
        });
    }

    @Test
    void what_concerns_nobody_is_not_read() {
        light(3);
        store("lamp.LampBroken", "{\"lampId\":\"" + Ids.next() + "\"}");
        light(3);

        assertThat(lit.after(0, 7).events()).hasSize(6);
        assertThat(history().concerning(LampBroken.class::equals).after(0, 7)).satisfies(page -> {
            assertThat(page.events()).hasSize(1);
            assertThat(page.end()).isEqualTo(7);
        });
    }

    @Test
    void an_event_is_what_a_processor_would_be_given() {
        light(1);

        var stored = engine.readEvents(null, false).findFirst().orElseThrow();
        assertThat(lit.after(0, 1).events()).singleElement().satisfies(read -> {
            assertThat((Object) read.getPayload()).isEqualTo(stored.getPayload());
            assertThat(read.getTimestamp()).isEqualTo(stored.getTimestamp());
            assertThat(read.getIdentifier()).isEqualTo(stored.getIdentifier());
            assertThat(read.trackingToken()).isEqualTo(stored.trackingToken());
        });
    }

    @Test
    void an_earlier_name_goes_through_the_upcasters() {
        store("lamp.Lit", "{\"lampId\":\"" + Ids.next() + "\",\"brightness\":7}");

        assertThat(brightnesses(lit.after(0, 1))).containsExactly(7);
    }

    @Test
    void an_event_that_cannot_be_read_is_named_by_its_position() {
        light(4);
        store("lamp.LampLit", "{\"lampId\":");

        assertThatThrownBy(() -> lit.after(0, 5))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        event -> assertThat(event.position()).isEqualTo(5));
        assertThat(lit.after(0, 4).events()).hasSize(4);
    }

    @Test
    void a_name_of_another_module_that_nobody_knows_stops_nobody_here() {
        store("lamp.Stolen", "{}");

        assertThatThrownBy(() -> lit.after(0, 1)).isInstanceOf(UnreadableEvent.class);
        assertThat(history().concerning(String.class::equals).after(0, 1).events())
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void who_waits_for_what_is_read_ahead_hears_of_everything_that_keeps_it_from_being_read() {
        store("lamp.Lit", "{}");
        StoredHistory exhausting = history(() -> {
            throw new StackOverflowError();
        });

        try (var ahead = new ReadingAhead(exhausting.concerning(LampLit.class::equals), 0, 1)) {
            assertThatThrownBy(ahead::next).isInstanceOf(StackOverflowError.class);
        }
    }

    private StoredHistory history() {
        EventUpcaster renamed = new Renamed();
        return history(() -> renamed);
    }

    private StoredHistory history(Supplier<EventUpcaster> upcasters) {
        var names = new LogicalNames(LAMPS);
        return new StoredHistory(
                new JdbcTemplate(database),
                new EventParser(
                        new NamedEventSerializer(names), names, upcasters, EventEncryption.ofNothingPersonal(LAMPS)),
                LAMPS,
                10);
    }

    private void light(int lamps) {
        List<EventMessage<?>> events = new ArrayList<>();
        IntStream.range(0, lamps).forEach(brightness -> events.add(LampStore.lit(brightness, Instant.now())));
        engine.appendEvents(events);
    }

    private void store(String name, String payload) {
        JdbcClient.create(database)
                .sql("""
                        insert into event_store.domain_event (event_id, aggregate_identifier, sequence_number, recorded_at,
                          payload_type, payload, metadata) values (?, ?, 0, now(), ?, ?, '{}')""")
                .param(Ids.next())
                .param(UUID.randomUUID())
                .param(name)
                .param(payload)
                .update();
    }

    private static List<Integer> brightnesses(EventPage page) {
        return page.events().stream().map(LampStore::brightness).toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** A lamp that was lit was once called Lit. */
    private static final class Renamed extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("lamp.Lit");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("lamp.LampLit", null), JsonNode.class, json -> json);
        }
    }
}
