package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Lamp;
import cx.ecou.eventstore.deadletter.DeadLetter;
import cx.ecou.eventstore.deadletter.DeadLetter.Status;
import cx.ecou.eventstore.deadletter.DeadLetters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Poison is put aside with what follows in its sequence; the rest goes on. */
class DeadLettersIT {

    private static final Callable<?> THROWS = () -> {
        throw new IllegalStateException("the lamp of Ana Pop is broken");
    };

    private final LampTown town = new LampTown();
    private final Watcher watcher = new Watcher("lamps.watched", "LampLit", town.database);
    private final Watcher other = new Watcher("lamps.counted", "LampLit", town.database);
    private final UUID poisoned = UUID.randomUUID();
    private final UUID healthy = UUID.randomUUID();
    private @Nullable OrderedProcessor processor;

    @AfterEach
    void everybody_stops() {
        town.close();
    }

    @Test
    void an_event_that_fails_holds_up_its_own_sequence_and_nothing_else() {
        watcher.failsAt(1, THROWS);
        var failing = town.watched(watcher);
        var sound = town.watched(other);

        town.lights(healthy, 0, 1);
        town.lights(poisoned, 0, 4);
        List<UUID> many = town.lightsNew(500);
        town.passes(failing);
        town.passes(sound);

        assertThat(town.seen(watcher, poisoned)).containsExactly(0L);
        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
        assertThat(town.seen(watcher)).isEqualTo(2 + many.size());
        assertThat(town.seen(other, poisoned)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(town.letters.counts()).containsExactly(new DeadLetters.Count(watcher.name, 3, 0));
        assertThat(failing.isError()).isFalse();
    }

    @Test
    void what_is_put_aside_says_what_failed_and_nothing_personal() {
        watcher.failsAt(0, THROWS);
        town.passes(lit(poisoned, 0, 2));

        List<DeadLetter> letters = town.aside(watcher, poisoned);

        assertThat(letters).hasSize(2).allMatch(letter -> letter.status() == Status.WAITING);
        DeadLetter first = letters.get(0);
        assertThat(first.processor()).isEqualTo(watcher.name);
        assertThat(first.eventType()).isEqualTo("lamp.LampLit");
        assertThat(first.error()).isEqualTo("java.lang.IllegalStateException");
        assertThat(first.attempts()).isPositive();
        assertThat(first.firstFailedAt()).isBefore(first.nextAttemptAt());
        DeadLetter behind = letters.get(1);
        assertThat(behind.position()).isGreaterThan(first.position());
        assertThat(behind.error()).isNull();
        assertThat(behind.attempts()).isZero();
        assertThat(behind.nextAttemptAt()).isNull();
        assertThat(town.rows
                        .sql("select letter::text from event_store.dead_letter letter")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("Ana"));
    }

    @Test
    void others_are_less_than_a_second_behind_while_a_sequence_waits() {
        watcher.failsAt(0, THROWS);
        town.passes(lit(poisoned, 0, 1));
        watcher.isMended();
        watcher.failsAt(1, THROWS);

        for (int n = 0; n < 20; n++) {
            town.lightsNew(1);
            town.lights(poisoned, n + 1, n + 2);
        }
        await().until(() -> town.seen(watcher) >= 20);

        assertThat(town.rows.sql("""
                                select extract(epoch from max(seen.at - event.recorded_at)) from public.seen
                                  join event_store.domain_event event
                                    on aggregate_identifier = lamp and sequence_number = sequence
                                 where lamp <> ?""").param(poisoned).query(Double.class).single())
                .isLessThan(1);
    }

    @Test
    void a_refusal_by_the_database_spoils_nothing_but_the_event_that_caused_it() {
        var processor = town.watched(watcher);
        UUID lamp = UUID.randomUUID();
        town.lights(lamp, 998, 1_001);
        town.passes(processor);

        assertThat(town.seen(watcher, lamp)).containsExactly(998L, 999L);
        assertThat(town.aside(watcher, lamp)).singleElement().satisfies(letter -> {
            assertThat(letter.error()).isEqualTo("org.postgresql.util.PSQLException");
            assertThat(letter.sqlState()).isEqualTo("23514");
            assertThat(letter.constraint()).isEqualTo("seen_early");
        });
    }

    @Test
    void an_error_at_the_end_of_a_batch_is_traced_to_the_event_that_caused_it() {
        watcher.failsAt(3, () -> {
            CurrentUnitOfWork.get().onPrepareCommit(batch -> {
                throw new IllegalStateException("what was gathered cannot be written");
            });
            return null;
        });

        town.passes(lit(poisoned, 0, 3));
        town.passes(lit(healthy, 0, 3));
        UUID third = UUID.randomUUID();
        town.passes(lit(third, 2, 6));

        assertThat(town.seen(watcher, third)).containsExactly(2L);
        assertThat(town.aside(watcher, third)).hasSize(3);
        assertThat(town.seen(watcher, poisoned)).hasSize(3);
    }

    @Test
    void a_sequence_that_is_mended_is_worked_off_in_order_and_free_again() {
        watcher.failsAt(1, THROWS);
        var processor = town.watched(watcher);
        town.lights(poisoned, 0, 3);
        town.passes(processor);
        town.lights(poisoned, 3, 5);
        town.passes(processor);
        assertThat(town.aside(watcher, poisoned)).hasSize(4);

        watcher.isMended();
        await().until(() -> town.aside(watcher, poisoned).isEmpty());
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L, 1L, 2L, 3L, 4L);

        town.lights(poisoned, 5, 6);
        town.passes(processor);
        assertThat(town.seen(watcher, poisoned)).endsWith(5L);
        assertThat(town.letters.counts()).isEmpty();
    }

    @Test
    void a_second_failure_in_a_sequence_holds_up_the_rest_of_it() {
        watcher.failsAt(1, THROWS);
        var processor = town.watched(watcher);
        town.lights(poisoned, 0, 4);
        town.passes(processor);

        watcher.isMended();
        watcher.failsAt(2, THROWS);
        await().untilAsserted(() -> assertThat(town.aside(watcher, poisoned))
                .hasSize(2)
                .first()
                .satisfies(letter -> assertThat(letter.attempts()).isPositive()));
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L, 1L);
    }

    @Test
    void after_the_tenth_failure_a_sequence_is_parked_until_somebody_asks() {
        watcher.failsAt(0, THROWS);
        town.passes(lit(poisoned, 0, 2));
        town.rows
                .sql("update event_store.dead_letter set attempts = 9, next_attempt_at = clock_timestamp()"
                        + " where attempts > 0")
                .update();
        await().until(() -> town.letters.count(watcher.name, Status.PARKED) == 1);
        assertThat(town.aside(watcher, poisoned).get(0).attempts()).isEqualTo(10);

        watcher.isMended();
        assertThat(town.letters.retryNow(watcher.name, poisoned)).isTrue();
        await().until(() -> town.aside(watcher, poisoned).isEmpty());
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L, 1L);
    }

    @Test
    void a_letter_is_parked_and_retried_by_whoever_looks_after_it() {
        watcher.failsAt(0, THROWS);
        town.passes(lit(poisoned, 0, 2));

        assertThat(town.letters.park(watcher.name, poisoned)).isTrue();
        assertThat(town.letters.park(watcher.name, healthy)).isFalse();
        assertThat(town.letters.retryNow("somebody.else", poisoned)).isFalse();
        assertThat(town.letters.counts()).containsExactly(new DeadLetters.Count(watcher.name, 1, 1));

        watcher.isMended();
        assertThat(town.letters.retryAllNow(watcher.name)).isEqualTo(2);
        await().until(() -> town.seen(watcher, poisoned).size() == 2);
        await().until(() -> town.letters.counts().isEmpty());
    }

    @Test
    void letters_are_read_a_page_at_a_time() {
        watcher.failsAt(0, THROWS);
        town.passes(lit(poisoned, 0, 5));

        List<DeadLetter> first = town.letters.of(watcher.name, 0, 3);
        List<DeadLetter> second = town.letters.of(watcher.name, first.get(2).position(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(town.letters.of(watcher.name, second.get(1).position(), 3)).isEmpty();
    }

    @Test
    void another_node_takes_the_letters_over_with_the_place() {
        watcher.failsAt(1, THROWS);
        var first = town.watched(watcher);
        town.lights(poisoned, 0, 3);
        town.passes(first);
        first.shutDown();
        town.lights(poisoned, 3, 4);
        town.lights(healthy, 0, 1);

        var second = town.watchedElsewhere(watcher, Lamp.class);
        town.passes(second);
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L);
        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
        assertThat(town.aside(watcher, poisoned)).hasSize(3);

        watcher.isMended();
        town.letters.retryNow(watcher.name, poisoned);
        await().until(() -> town.seen(watcher, poisoned).size() == 4);
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_node_that_lost_its_place_tries_no_letters() {
        watcher.failsAt(0, THROWS);
        var processor = lit(poisoned, 0, 1);
        town.passes(processor);
        town.rows
                .sql("update event_store.processor_place set holder = gen_random_uuid(),"
                        + " held_until = clock_timestamp() + interval '1 hour'")
                .update();

        watcher.isMended();
        town.letters.retryNow(watcher.name, poisoned);
        await().until(() -> processor.position() == 0);
        assertThat(town.seen(watcher, poisoned)).isEmpty();
        assertThat(town.aside(watcher, poisoned)).hasSize(1);
    }

    @Test
    void when_a_sequence_has_a_hundred_letters_the_processor_stands_still_and_loses_nothing() {
        watcher.failsAt(0, THROWS);
        var processor = lit(poisoned, 0, 1);
        town.passes(processor);
        town.lights(poisoned, 1, 101);
        town.lights(healthy, 0, 1);

        await().until(processor::isError);
        assertThat(town.seen(watcher, healthy)).isEmpty();
        watcher.isMended();
        town.letters.retryNow(watcher.name, poisoned);
        town.passes(processor);
        await().until(() -> !processor.isError());
        assertThat(town.seen(watcher, poisoned))
                .isEqualTo(LongStream.range(0, 101).boxed().toList());
        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
    }

    @Test
    void when_a_processor_has_ten_thousand_letters_it_stands_still() {
        town.rows.sql("""
                        insert into event_store.dead_letter (processor, position, sequence, event_type, attempts, status)
                        select ?, -number, gen_random_uuid(), 'lamp.LampLit', 10, 'PARKED'
                          from generate_series(1, 10000) as number""").param(watcher.name).update();
        watcher.failsAt(1, THROWS);
        var processor = lit(poisoned, 0, 2);

        await().until(processor::isError);
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L);
        assertThat(town.letters.forget(watcher.name)).isEqualTo(10_000);
        town.passes(processor);
        assertThat(town.aside(watcher, poisoned)).hasSize(1);
    }

    @Test
    void json_that_does_not_fit_holds_up_those_whom_the_event_concerns() {
        var others = new Watcher("lamps.broken", "LampBroken", town.database);
        town.records(poisoned, 0, "lamp.LampLit", null, "{\"brightness\":\"Ana Pop\"");
        town.records(poisoned, 1, "lamp.LampBroken", null, "{\"lampId\":\"" + poisoned + "\"}");
        town.lights(poisoned, 2, 3);
        town.passes(lit(healthy, 0, 1));
        town.passes(town.watched(others));

        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
        assertThat(town.seen(watcher, poisoned)).isEmpty();
        assertThat(town.aside(watcher, poisoned)).hasSize(2);
        assertThat(town.aside(watcher, poisoned).get(0).error()).startsWith("tools.jackson.");
        assertThat(town.seen(others, poisoned)).containsExactly(1L);
    }

    @Test
    void an_unknown_event_of_a_module_holds_up_whoever_listens_to_the_module() {
        var elsewhere = new Watcher("doors.watched", "DoorOpened", town.database);
        town.records(poisoned, 0, "lamp.LampPainted", "1", "{}");
        town.lights(poisoned, 1, 2);
        town.passes(lit(healthy, 0, 1));
        town.passes(town.watched(elsewhere));

        assertThat(town.seen(watcher, poisoned)).isEmpty();
        assertThat(town.aside(watcher, poisoned))
                .extracting(DeadLetter::eventType)
                .containsExactly("lamp.LampPainted", "lamp.LampLit");
        assertThat(town.aside(watcher, poisoned).get(0).error()).isEqualTo("cx.ecou.eventstore.naming.UnknownName");
        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
        assertThat(town.aside(elsewhere, poisoned)).isEmpty();
    }

    @Test
    void an_unknown_event_of_no_known_module_holds_up_everybody() {
        var elsewhere = new Watcher("doors.watched", "DoorOpened", town.database);
        town.records(poisoned, 0, "window.WindowOpened", "1", "{}");
        town.passes(lit(healthy, 0, 1));
        town.passes(town.watched(elsewhere));

        assertThat(town.aside(watcher, poisoned)).hasSize(1);
        assertThat(town.aside(elsewhere, poisoned)).hasSize(1);
        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
    }

    @Test
    void a_newer_revision_waits_for_the_program_that_can_read_it() {
        town.records(poisoned, 0, "lamp.LampLit", "2", "{\"lampId\":\"" + poisoned + "\",\"colour\":\"red\"}");
        town.records(poisoned, 1, "lamp.LampLit", "2", "{\"lampId\":\"" + poisoned + "\",\"colour\":\"red\"}");
        var old = lit(healthy, 0, 1);
        town.passes(old);
        assertThat(town.aside(watcher, poisoned)).hasSize(2);
        assertThat(town.aside(watcher, poisoned).get(0).error()).isEqualTo("cx.ecou.eventstore.naming.UnknownRevision");
        town.letters.park(watcher.name, poisoned);

        old.shutDown();
        town.passes(town.watchedElsewhere(watcher, NewerLamp.class));
        await().until(() -> town.aside(watcher, poisoned).isEmpty());
        assertThat(town.seen(watcher, poisoned)).containsExactly(0L, 1L);
        assertThat(town.seen(watcher, healthy)).containsExactly(0L);
    }

    /** The events of lamps as a later program knows them. */
    sealed interface NewerLamp {

        @Revision("2")
        record LampLit(UUID lampId, String colour) implements NewerLamp {}

        record LampBroken(UUID lampId) implements NewerLamp {}
    }

    /** A processor is there, and sees events of one lamp. */
    private OrderedProcessor lit(UUID lamp, long from, long to) {
        if (processor == null) {
            processor = town.watched(watcher);
        }
        town.lights(lamp, from, to);
        return processor;
    }
}
