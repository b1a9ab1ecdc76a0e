package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.deadletter.DeadLetter;
import cx.ecou.eventstore.deadletter.DeadLetter.Status;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What becomes of an exception that an event handler throws, in the application as it is put together. */
@EcouTest
@TestPropertySource(properties = "test.world=errors")
@ExtendWith(OutputCaptureExtension.class)
class HandlerErrorsIT {

    private static final String PROCESSOR = "lamp.alarm";
    private static final String PERSONAL = "Ana Pop, +40 722 000 000";

    @Autowired
    Facts facts;

    @Autowired
    DeadLetters letters;

    @Autowired
    StoredEvents stored;

    @Autowired
    Positions positions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({"-1, java.lang.IllegalStateException,", "-2, org.postgresql.util.PSQLException, 22P02"})
    void it_is_never_stepped_over_and_its_message_is_written_nowhere(
            int brightness, String error, String sqlState, CapturedOutput output) {
        UUID lamp = Ids.next();
        facts.record(List.of(new Fact(lamp, "Lamp", new LampLit(lamp, brightness, PERSONAL))));

        await().until(() -> !aside(lamp).isEmpty());
        assertThat(aside(lamp)).singleElement().satisfies(letter -> {
            assertThat(letter.error()).isEqualTo(error);
            assertThat(letter.sqlState()).isEqualTo(sqlState);
        });
        await().until(() -> output.getAll().contains("at position " + positions.ofAggregate(lamp)));
        assertThat(output.getAll())
                .contains(PROCESSOR + " has put the event at position", error, "cx.ecou.eventstore.LampAlarm.on:")
                .doesNotContain("Ana Pop", "722");
        assertThat(database.sql(
                                "select coalesce(string_agg(letter::text, ' '), '') from event_store.dead_letter letter")
                        .query(String.class)
                        .single())
                .doesNotContain("Ana Pop");
    }

    @Test
    void an_operator_sees_how_much_is_put_aside() {
        UUID lamp = Ids.next();
        facts.record(List.of(new Fact(lamp, "Lamp", new LampLit(lamp, LampAlarm.DARK, null))));
        await().until(() -> !aside(lamp).isEmpty());

        assertThat(gauge("waiting"))
                .isEqualTo(letters.count(PROCESSOR, Status.WAITING))
                .isPositive();
        assertThat(gauge("parked")).isEqualTo(letters.count(PROCESSOR, Status.PARKED));
        assertThat(positions.await("lamp.log", positions.head(), Duration.ofSeconds(10)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "lamp.LampPainted, 1, '{}', cx.ecou.eventstore.naming.UnknownName",
        "lamp.LampLit, 2, '{}', cx.ecou.eventstore.naming.UnknownRevision",
        "lamp.LampLit, , '{\"brightness\"', tools.jackson.core.exc.UnexpectedEndOfInputException"
    })
    void a_history_shows_what_cannot_be_read_as_such(String name, String revision, String json, String error) {
        UUID lamp = Ids.next();
        facts.record(List.of(new Fact(lamp, "Lamp", new LampLit(lamp, 1, null))));
        database.sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier, sequence_number,
                          recorded_at, payload_type, payload_revision, payload, metadata)
                        values (gen_random_uuid(), 'Lamp', ?, 1, clock_timestamp(), ?, ?, ?, '{}')""").param(lamp).param(name).param(revision).param(json).update();

        List<StoredEvent> history = stored.ofAggregate(lamp);

        assertThat(history).extracting(StoredEvent::name).containsExactly("lamp.LampLit", name);
        assertThat(history.get(1).event()).isEqualTo(new Unreadable(name, revision, error, Set.of()));
    }

    private List<DeadLetter> aside(UUID lamp) {
        return letters.of(PROCESSOR, 0, 100).stream()
                .filter(letter -> letter.sequence().equals(lamp))
                .toList();
    }

    private double gauge(String status) {
        return meters.get("ecou.processor.letters")
                .tags("processor", PROCESSOR, "status", status)
                .gauge()
                .value();
    }
}
