package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.processing.ProcessorState.Running;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@EcouTest
@TestPropertySource(properties = "test.world=watched") // tables are taken away from the processor here
class ProcessorsIT {

    private static final String PROCESSOR = "lamp.log";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Processors processors;

    @Autowired
    Facts facts;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient database;

    @Test
    void a_processor_of_this_node_stands_at_the_head_of_the_store_when_it_has_seen_all() {
        light();

        await().atMost(PATIENCE).until(() -> state(PROCESSOR).lag() == 0);
        assertThat(state(PROCESSOR)).satisfies(state -> {
            assertThat(state.running()).isEqualTo(Running.HERE);
            assertThat(state.position()).isEqualTo(positions.head());
            assertThat(state.lagTime()).isZero();
        });
    }

    @Test
    void a_place_that_another_node_holds_is_worked_elsewhere_until_the_node_is_silent_for_too_long() {
        place("lamp.elsewhere", UUID.randomUUID(), "1 hour");
        place("lamp.silent", UUID.randomUUID(), "-1 second");
        place("lamp.left", null, "1 hour");
        light();

        assertThat(state("lamp.elsewhere").running()).isEqualTo(Running.ELSEWHERE);
        assertThat(state("lamp.silent").running()).isEqualTo(Running.NOWHERE);
        assertThat(state("lamp.left").running()).isEqualTo(Running.NOWHERE);
        assertThat(state("lamp.left").lag()).isEqualTo(positions.head());
        assertThat(state("lamp.left").lagTime()).isPositive();
    }

    @Test
    void a_processor_that_can_neither_work_nor_put_aside_stands_still_and_goes_on_when_it_can() {
        rename("public.lamp_log", "lamp_log_away");
        rename("event_store.dead_letter", "dead_letter_away");
        try {
            light();
            await().atMost(PATIENCE).until(() -> state(PROCESSOR).running() == Running.STANDING_STILL);
        } finally {
            rename("event_store.dead_letter_away", "dead_letter");
            rename("public.lamp_log_away", "lamp_log");
        }
        await().atMost(PATIENCE).until(() -> state(PROCESSOR).running() == Running.HERE);
    }

    private ProcessorState state(String name) {
        return processors.all().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void light() {
        UUID lamp = Ids.next();
        facts.record(List.of(new Fact(lamp, "Lamp", new LampLit(lamp, 40_000, null))));
    }

    private void place(String processor, @Nullable UUID holder, String heldFor) {
        database.sql("""
                        insert into event_store.processor_place (processor, position, holder, held_until)
                        values (?, 0, ?, clock_timestamp() + ?::interval)""").params(Arrays.asList(processor, holder, heldFor)).update();
    }

    private void rename(String table, String name) {
        database.sql("alter table " + table + " rename to " + name).update();
    }
}
