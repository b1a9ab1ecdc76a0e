package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cx.ecou.eventstore.Lamp;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an aggregate is given to decide on. */
@ExtendWith(OutputCaptureExtension.class)
class AggregateHistoryIT {

    private static final String WRITTEN = "Ana rang twice";

    private final DataSource database = LampStore.database();
    private final OrderedEventStorageEngine engine = LampStore.engine(database);
    private final UUID lamp = Ids.next();

    @Test
    void all_of_it_in_its_order_and_where_it_ends() {
        light(0, 7);
        light(1, 8);

        DomainEventStream history = engine.readEvents(lamp.toString(), 0);

        assertThat(history.asStream().map(LampStore::brightness)).containsExactly(7, 8);
        assertThat(history.getLastSequenceNumber()).isEqualTo(1);
    }

    @Test
    void only_what_follows_when_the_beginning_is_known() {
        light(0, 7);
        light(1, 8);

        assertThat(engine.readEvents(lamp.toString(), 1).asStream().map(LampStore::brightness))
                .containsExactly(8);
    }

    @Test
    void nothing_of_an_aggregate_that_does_not_exist() {
        assertThat(engine.readEvents(lamp.toString(), 0).hasNext()).isFalse();
    }

    @Test
    void where_it_ends_is_known_also_when_an_upcaster_makes_several_events_of_the_last_one() {
        light(0, 7);
        store(1, "lamp.LampsLit", "1", "{\"brightness\": 9}");
        var newer = LampStore.engine(database, Lamp.class, LampStore.twoOfOne());

        DomainEventStream history = newer.readEvents(lamp.toString(), 0);

        assertThat(history.asStream().map(LampStore::brightness)).containsExactly(7, 9, 9);
        assertThat(history.getLastSequenceNumber()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lamp.LampPainted | 1 | {\"note\": \"Ana rang twice\"}",
                "lamp.LampLit     | 9 | {\"brightness\": 7, \"note\": \"Ana rang twice\"}",
                "lamp.LampLit     |   | {\"brightness\": \"Ana rang twice\"}"
            })
    void nothing_is_decided_on_one_of_which_not_all_can_be_read(
            String name, @Nullable String revision, String json, CapturedOutput log) {
        light(0, 7);
        store(1, name, revision, json);

        assertThatExceptionOfType(DomainRuleViolation.class)
                .isThrownBy(() -> engine.readEvents(lamp.toString(), 0))
                .satisfies(rule -> assertThat(rule.code()).isEqualTo("unreadable-history"));
        assertThat(log).contains("The history of " + lamp + " cannot be read").doesNotContain(WRITTEN);
    }

    private void light(long sequence, int brightness) {
        engine.appendEvents(List.of(LampStore.lit(lamp, sequence, brightness, Instant.now())));
        assertThat(engine.lastSequenceNumberFor(lamp.toString())).hasValue(sequence);
    }

    private void store(long sequence, String name, @Nullable String revision, String json) {
        JdbcClient.create(database)
                .sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier,
                          sequence_number, recorded_at, payload_type, payload_revision, payload, metadata)
                        values (gen_random_uuid(), 'Lamp', ?, ?, clock_timestamp(), ?, ?, cast(? as json), '{}')""")
                .param(lamp)
                .param(sequence)
                .param(name)
                .param(revision)
                .param(json)
                .update();
    }
}
