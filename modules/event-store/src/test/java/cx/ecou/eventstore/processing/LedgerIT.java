package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.ledger.Check;
import cx.ecou.eventstore.ledger.Entry;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.ledger.Tally;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every processor counts what it does; a second count over the event table must come to the same. */
@ExtendWith(OutputCaptureExtension.class)
class LedgerIT {

    private final LampTown town = new LampTown();
    private final Ledger ledger = new Ledger(town.rows);
    private final Watcher watcher = new Watcher("lamps.watched", "LampLit", town.database);
    private final UUID lamp = UUID.randomUUID();
    private final OrderedProcessor processor = town.watched(watcher);
    private final Reconciliation reconciliation = town.reconciliation();

    @BeforeEach
    void five_events_of_one_lamp_are_seen() {
        town.lights(lamp, 0, 5);
        town.passes(processor);
    }

    @AfterEach
    void everybody_stops() {
        town.close();
    }

    @Test
    void what_was_handled_is_what_is_stored() {
        town.lightsNew(3_000);
        town.passes(processor);
        reconciliation.lookAtNew();

        assertThat(entry().handled().events()).isEqualTo(3_005);
        assertThat(check().differs()).isFalse();
        assertThat(check().missing()).isZero();
        assertThat(check().stored()).isEqualTo(entry().handled());
        assertThat(check().position()).isEqualTo(processor.position());
        assertThat(ledger.differences(watcher.name)).isZero();
    }

    @Test
    void in_a_burst_the_ledger_waits_until_it_is_over() {
        reconciliation.lookAtNew();
        town.lightsNew(10);
        town.passes(processor);

        town.reconciliation(() -> true).lookAtNew();
        assertThat(check().stored().events()).isEqualTo(5);

        reconciliation.lookAtNew();
        assertThat(check().stored().events()).isEqualTo(15);
    }

    @Test
    void what_does_not_concern_a_processor_is_not_counted_for_it() {
        town.records(lamp, 5, "lamp.LampBroken", null, "{\"lampId\":\"" + lamp + "\"}");
        town.lights(lamp, 6, 7);
        town.passes(processor);
        reconciliation.lookAtNew();

        assertThat(check().stored().events()).isEqualTo(6);
        assertThat(check().differs()).isFalse();
    }

    @Test
    void what_is_put_aside_is_counted_apart_and_handled_when_it_succeeds() {
        watcher.failsAt(6, () -> {
            throw new IllegalStateException("broken");
        });
        town.lights(lamp, 5, 9);
        town.records(UUID.randomUUID(), 0, "lamp.LampPainted", "1", "{}");
        town.records(UUID.randomUUID(), 0, "window.WindowOpened", "1", "{}");
        town.records(UUID.randomUUID(), 0, "lamp.LampLit", "2", "{}");
        town.passes(processor);
        reconciliation.lookAtNew();

        assertThat(entry().handled().events()).isEqualTo(6);
        assertThat(entry().letters().events()).isEqualTo(6);
        assertThat(check().differs()).isFalse();

        watcher.isMended();
        town.letters.retryNow(watcher.name, lamp);
        await().until(() -> town.aside(watcher, lamp).isEmpty());
        assertThat(entry().handled().events()).isEqualTo(9);
        assertThat(entry().letters().events()).isEqualTo(3);
        reconciliation.lookAtNew();
        assertThat(check().differs()).isFalse();
    }

    @Test
    void a_ledger_that_somebody_changed_gives_the_alarm_until_it_is_right_again(CapturedOutput output) {
        town.rows
                .sql("update event_store.processor_place set events = events - 2")
                .update();
        reconciliation.lookAtNew();

        assertThat(check().differs()).isTrue();
        assertThat(check().missing()).isEqualTo(2);
        assertThat(check().differsSince()).isNotNull();
        assertThat(ledger.differences(watcher.name)).isEqualTo(2);
        assertThat(output)
                .contains(
                        "The ledger of lamps.watched differs: up to position 5 it has met 3 events, and 5 are stored for it.");

        town.lights(lamp, 5, 6);
        town.passes(processor);
        reconciliation.lookAtNew();
        assertThat(ledger.differences(watcher.name)).isEqualTo(2);

        town.rows
                .sql("update event_store.processor_place set events = events + 2")
                .update();
        reconciliation.lookAtNew();
        assertThat(check().differs()).isFalse();
        assertThat(check().differsSince()).isNull();
        assertThat(ledger.differences(watcher.name)).isZero();
    }

    @Test
    void an_event_that_was_removed_past_the_trigger_is_found_when_everything_is_counted() {
        reconciliation.lookAtNew();
        pastTheTrigger("delete from event_store.domain_event where global_index = 3");

        reconciliation.lookAtNew();
        assertThat(check().differs()).isFalse();
        reconciliation.lookAtAll();
        assertThat(check().differs()).isTrue();
        assertThat(check().missing()).isEqualTo(-1);
    }

    @Test
    void an_event_that_was_exchanged_is_found_though_there_are_as_many() {
        pastTheTrigger("update event_store.domain_event set event_id = gen_random_uuid() where global_index = 3");
        reconciliation.lookAtNew();

        assertThat(check().missing()).isZero();
        assertThat(check().differs()).isTrue();
        assertThat(ledger.differences(watcher.name)).isEqualTo(1);
    }

    @Test
    void an_event_that_nobody_handled_is_found() {
        town.rows
                .sql("update event_store.processor_place set events = 0, hash = 0, counted_from = 5")
                .update();
        processor.shutDown();
        town.lights(lamp, 5, 6);
        town.rows.sql("update event_store.processor_place set position = 6").update();
        reconciliation.lookAtNew();

        assertThat(check().missing()).isEqualTo(1);
    }

    @Test
    void long_stretches_are_counted_in_steps() {
        town.rows
                .sql("alter sequence event_store.domain_event_global_index_seq restart 450000")
                .update();
        town.lights(lamp, 5, 8);
        town.passes(processor);
        reconciliation.lookAtAll();

        assertThat(check().position()).isEqualTo(450_002);
        assertThat(check().stored().events()).isEqualTo(8);
        assertThat(check().differs()).isFalse();
    }

    @Test
    void processors_that_are_at_different_places_are_counted_together() {
        var later = new Watcher("lamps.later", "LampLit", town.database);
        var behind = town.watched(later);
        town.passes(behind);
        behind.shutDown();
        town.lights(lamp, 5, 9);
        town.passes(processor);
        reconciliation.lookAtNew();
        assertThat(ledger.checks()).extracting(Check::position).containsExactly(5L, 9L);
        assertThat(ledger.checks()).noneMatch(Check::differs);

        behind.start();
        town.passes(behind);
        reconciliation.lookAtNew();
        assertThat(ledger.checks()).extracting(check -> check.stored().events()).containsExactly(9L, 9L);
        assertThat(ledger.checks()).noneMatch(Check::differs);
    }

    @Test
    void after_a_rebuild_the_ledger_says_what_is_in_the_read_model() {
        Tally rebuilt = entry().handled();
        town.rows.sql("update event_store.processor_place set events = 77").update();
        reconciliation.lookAtNew();

        ledger.set(watcher.name, 0, rebuilt);
        assertThat(ledger.checks()).isEmpty();
        reconciliation.lookAtNew();
        assertThat(check().differs()).isFalse();
    }

    @Test
    void a_processor_whose_difference_is_explained_begins_anew() {
        town.rows.sql("update event_store.processor_place set events = 77").update();
        reconciliation.lookAtNew();
        assertThat(check().differs()).isTrue();

        assertThat(ledger.beginAnew(watcher.name)).isTrue();
        assertThat(ledger.beginAnew("nobody")).isFalse();
        town.lights(lamp, 5, 7);
        town.passes(processor);
        reconciliation.lookAtNew();
        assertThat(check().differs()).isFalse();
        assertThat(check().countedFrom()).isEqualTo(5);
        assertThat(check().stored().events()).isEqualTo(2);
    }

    @Test
    void a_processor_that_this_program_does_not_have_is_left_alone() {
        town.rows
                .sql(
                        "insert into event_store.processor_place (processor, position, events) values ('lamps.gone', 5, 9)")
                .update();
        reconciliation.lookAtAll();

        assertThat(ledger.checks()).extracting(Check::processor).containsExactly(watcher.name);
    }

    private Entry entry() {
        return ledger.entry(watcher.name).orElseThrow();
    }

    private Check check() {
        return ledger.checks().stream()
                .filter(check -> check.processor().equals(watcher.name))
                .findFirst()
                .orElseThrow();
    }

    /** As somebody would who may do everything in the database. */
    private void pastTheTrigger(String change) {
        town.rows
                .sql("begin; set local session_replication_role = replica; " + change + "; commit")
                .update();
    }
}
