package cx.ecou.eventstore.rebuild;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Tables whose key comes last are rebuilt, a hundred events at a time. */
@EcouTest
@Import({CensusProjection.class, CensusProjection.Declared.class, RollProjection.class, RollProjection.Declared.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@TestPropertySource(properties = {"test.world=loading", "ecou.rebuild.events-at-once=100"})
class LoadingIT {

    private static final String CENSUS = CensusProjection.PROCESSING_GROUP;
    private static final String ROLL = RollProjection.PROCESSING_GROUP;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    RebuildTable table;

    @Autowired
    RebuildRun run;

    @Autowired
    CensusProjection census;

    @Autowired
    RollProjection roll;

    @Autowired
    Facts facts;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void three_hundred_and_fifty_lamps_are_lit_and_each_tens_often() {
        light(350);
    }

    @AfterEach
    void nothing_is_held_any_more() {
        census.goOn.countDown();
        await().until(() -> number("select count(*) from pg_namespace where nspname like '%_rebuild'") == 0);
    }

    @Test
    void what_fits_into_memory_is_written_once() {
        assertThat(rebuilt(CENSUS).comparison()).matches(Comparison::identical);

        assertThat(census.loads).hasValue(1);
    }

    @Test
    void what_was_written_in_several_pieces_is_added_up() {
        census.enough = 150;

        Rebuild done = rebuilt(CENSUS);

        assertThat(census.loads).hasValueGreaterThan(1);
        assertThat(done.comparison()).matches(Comparison::identical);
        assertThat(done.handled().events()).isEqualTo(350);
        assertThat(number("select sum(lamps) from census.brightness")).isEqualTo(350);
    }

    @Test
    void the_new_tables_have_what_the_old_ones_had() {
        List<String> before = catalog();
        census.enough = 150;

        rebuilt(CENSUS);
        rebuilt(ROLL);

        assertThat(catalog()).isEqualTo(before).hasSizeGreaterThan(8);
    }

    @Test
    void a_node_that_leaves_writes_what_it_has_gathered_and_another_goes_on() {
        begin(CENSUS);
        run.run(model(CENSUS), twoPages());
        Rebuild left = rebuilds.progress(CENSUS).orElseThrow();
        assertThat(left.state()).isEqualTo(RebuildState.READING);
        assertThat(left.handled().events()).isEqualTo(200);

        run.run(model(CENSUS), () -> false);

        Rebuild done = rebuilds.progress(CENSUS).orElseThrow();
        assertThat(done.comparison()).matches(Comparison::identical);
        assertThat(done.handled().events()).isEqualTo(350);
    }

    @Test
    void one_that_is_called_off_while_it_gathers_writes_nothing() throws InterruptedException {
        census.heldAt = 250;
        rebuilds.start(CENSUS, "ana");
        census.reached.await();

        rebuilds.cancel(CENSUS);
        census.goOn.countDown();

        await().until(() -> number("select count(*) from pg_namespace where nspname like '%_rebuild'") == 0);
        assertThat(rebuilds.progress(CENSUS).orElseThrow()).satisfies(rebuild -> {
            assertThat(rebuild.state()).isEqualTo(RebuildState.CANCELLED);
            assertThat(rebuild.handled().events()).isZero();
        });
        assertThat(census.loads).hasValue(0);
    }

    @Test
    void at_an_event_that_cannot_be_handled_everything_before_it_is_written_and_it_is_named() {
        census.failsAt = 123;

        rebuilds.start(CENSUS, "ana");

        Rebuild failed = finished(CENSUS);
        assertThat(failed.failure())
                .isEqualTo(new RebuildFailure(
                        "java.lang.IllegalStateException",
                        null,
                        null,
                        number("select global_index from event_store.domain_event"
                                + " where payload like '%\"brightness\":123,%'")));
        assertThat(failed.handled().events()).isEqualTo(123);
    }

    @Test
    void what_comes_in_after_loading_finds_the_key() throws InterruptedException {
        census.heldAt = 250;
        rebuilds.start(CENSUS, "ana");
        census.reached.await();
        light(20);
        census.goOn.countDown();

        assertThat(finished(CENSUS).comparison()).matches(Comparison::identical);
        assertThat(census.loads).hasValue(1);
        assertThat(number("select sum(lamps) from census.brightness")).isEqualTo(370);
    }

    @Test
    void rows_that_are_only_added_get_their_key_at_the_end() {
        assertThat(rebuilt(ROLL).comparison()).matches(Comparison::identical);

        assertThat(roll.keyed).hasSize(4).containsOnly(false);
    }

    @Test
    void a_row_that_is_there_twice_is_found_when_the_key_is_made() {
        roll.twice = true;

        rebuilds.start(ROLL, "ana");

        assertThat(finished(ROLL).failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.sqlState()).isEqualTo("23505");
            assertThat(failure.constraint()).isEqualTo("lamp_pkey");
        });
        assertThat(number("select count(*) from roll.lamp")).isEqualTo(350);
    }

    private void light(int lamps) {
        List<Fact> events = IntStream.range(0, lamps)
                .mapToObj(brightness -> {
                    UUID lamp = Ids.next();
                    return new Fact(lamp, "Lamp", new LampLit(lamp, brightness, "Lämpchen"));
                })
                .toList();
        runAsync(() -> facts.record(events)).join();
        List.of(CENSUS, ROLL)
                .forEach(group -> assertThat(positions.await(group, positions.head(), Duration.ofSeconds(20)))
                        .isTrue());
    }

    private static BooleanSupplier twoPages() {
        var pages = new AtomicInteger();
        return () -> pages.incrementAndGet() > 2;
    }

    private void begin(String group) {
        assertThat(table.begin(group, UUID.randomUUID(), "ana")).isTrue();
    }

    private ReadModel model(String group) {
        return rebuilds.find(group).orElseThrow();
    }

    private Rebuild rebuilt(String group) {
        rebuilds.start(group, "ana");
        Rebuild finished = finished(group);
        assertThat(finished.state()).as("%s", finished.failure()).isEqualTo(RebuildState.DONE);
        return finished;
    }

    private Rebuild finished(String group) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> rebuilds.progress(group).orElseThrow(),
                        rebuild -> !rebuild.state().isActive());
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private List<String> catalog() {
        return database.sql("""
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                          from pg_constraint where connamespace in ('census'::regnamespace, 'roll'::regnamespace)
                        union all
                        select indexdef from pg_indexes where schemaname in ('census', 'roll')
                        union all
                        select concat_ws(' ', oid::regclass, reloptions, relpersistence)
                          from pg_class
                         where relkind = 'r' and relnamespace in ('census'::regnamespace, 'roll'::regnamespace)
                        order by 1""").query(String.class).list();
    }
}
