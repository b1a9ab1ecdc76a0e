package cx.ecou.eventstore.rebuild;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Lamp.LampBroken;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.processing.Reconciliation;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** A shelf of lamps is rebuilt, a hundred events at a time. */
@EcouTest
@TestPropertySource(properties = {"test.world=rebuild", "ecou.rebuild.events-at-once=100"})
class RebuildIT {

    private static final String SHELF = ShelfProjection.PROCESSING_GROUP;
    private static final AtomicInteger BRIGHTNESS = new AtomicInteger();

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    RebuildTable table;

    @Autowired
    RebuildRun run;

    @Autowired
    ShelfProjection shelf;

    @Autowired
    Facts facts;

    @Autowired
    Positions positions;

    @Autowired
    Announcements announcements;

    @Autowired
    DeadLetters letters;

    @Autowired
    Ledger ledger;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    private int first;

    @BeforeEach
    void three_hundred_and_fifty_lamps_are_lit_and_every_tenth_is_broken() {
        first = BRIGHTNESS.getAndAdd(1_000);
        light(first, first + 350);
        settle();
    }

    @AfterEach
    void nothing_is_held_any_more() {
        shelf.heldAt = -1;
        shelf.failsAt = -1;
        shelf.failsLiveAt = -1;
        shelf.goOn.countDown();
        await().until(() -> rebuilds.progress(SHELF)
                .filter(rebuild -> rebuild.state().isActive())
                .isEmpty());
        await().until(() -> shadows() == 0);
    }

    @Test
    void a_rebuilt_read_model_equals_the_live_one_and_takes_its_place() {
        long before = table("lamps.lamp");
        long rows = count("lamps.lamp");

        Rebuild done = rebuilt();

        assertThat(done.comparison()).satisfies(found -> {
            assertThat(found.identical()).isTrue();
            assertThat(found.liveHash()).hasSize(64).isEqualTo(found.rebuiltHash());
            assertThat(found.liveRows()).isEqualTo(found.rebuiltRows()).isGreaterThan(rows);
        });
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.handled().events()).isEqualTo(rows + broken());
        assertThat(done.perSecond()).isPositive();
        assertThat(done.startedBy()).isEqualTo("ana");
        assertThat(table("lamps.lamp")).isNotEqualTo(before);
        assertThat(count("lamps.lamp")).isEqualTo(rows);
    }

    @Test
    void what_was_damaged_by_hand_comes_out_right_and_is_told() {
        String right = content();
        database.sql("delete from lamps.lamp where brightness = ?").param(first).update();
        database.sql("update lamps.lamp set note = 'scratched' where brightness = ?")
                .param(first + 1)
                .update();
        database.sql("insert into lamps.brightness_count values (-1, 7)").update();

        Comparison found = rebuilt().comparison();

        assertThat(found).isNotNull();
        assertThat(found.identical()).isFalse();
        assertThat(List.of(found.added(), found.removed(), found.changed())).containsExactly(1L, 1L, 1L);
        assertThat(content()).isEqualTo(right);
        assertThat(rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void what_comes_in_meanwhile_is_in_it() throws InterruptedException {
        holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();
        light(first + 350, first + 700);
        settle();
        shelf.goOn.countDown();

        Rebuild done = finished();
        assertThat(done.comparison()).matches(Comparison::identical);
        assertThat(done.comparison())
                .matches(found -> found.rebuiltRows() == count("lamps.lamp") + count("lamps.brightness_count"));
        light(first + 700, first + 710);
        settle();
        assertThat(brightest()).isEqualTo(first + 709);
    }

    @Test
    void whoever_reads_is_answered_all_the_while() {
        long rows = count("lamps.lamp");
        var over = new AtomicBoolean();
        var answers = new AtomicLong();
        var slowest = new AtomicLong();
        var reading = runAsync(() -> {
            while (!over.get()) {
                long begin = System.nanoTime();
                assertThat(count("lamps.lamp")).isEqualTo(rows);
                slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                answers.incrementAndGet();
            }
        });

        rebuilt();
        rebuilt();

        over.set(true);
        assertThat(reading).succeedsWithin(Duration.ofSeconds(10));
        assertThat(answers.get()).isGreaterThan(20);
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_switch_waits_for_one_who_reads_for_long_and_lets_others_read_meanwhile() {
        long before = table("lamps.lamp");
        transaction.executeWithoutResult(status -> {
            count("lamps.lamp");
            rebuildElsewhere();
            await().until(() -> rebuilds.progress(SHELF).orElseThrow().state() == RebuildState.SWITCHING);
            await().pollDelay(Duration.ofSeconds(2))
                    .until(() -> CompletableFuture.supplyAsync(() -> count("lamps.lamp"))
                                    .join()
                            > 0);
            light(first + 350, first + 360);
            settle();
            assertThat(table("lamps.lamp")).isEqualTo(before);
        });

        assertThat(finished().comparison()).matches(Comparison::identical);
        assertThat(table("lamps.lamp")).isNotEqualTo(before);
        assertThat(brightest()).isEqualTo(first + 359);
    }

    /** Outside of this thread's transaction. */
    private void rebuildElsewhere() {
        runAsync(() -> rebuilds.start(SHELF, "ana")).join();
    }

    @Test
    void one_that_is_called_off_leaves_nothing_and_touches_nothing() throws InterruptedException {
        long before = table("lamps.lamp");
        holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();
        assertThat(rebuilds.progress(SHELF)).hasValueSatisfying(rebuild -> {
            assertThat(rebuild.state()).isEqualTo(RebuildState.READING);
            assertThat(rebuild.percent()).isBetween(1, 99);
        });
        assertThat(shadows()).isEqualTo(1);
        var cancelled = runAsync(() -> rebuilds.cancel(SHELF));
        shelf.goOn.countDown();

        assertThat(cancelled).succeedsWithin(Duration.ofSeconds(10));
        assertThat(rebuilds.progress(SHELF).orElseThrow().state()).isEqualTo(RebuildState.CANCELLED);
        await().until(() -> shadows() == 0);
        assertThat(table("lamps.lamp")).isEqualTo(before);
        assertThat(rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void of_one_read_model_there_is_one_rebuild_at_a_time() throws InterruptedException {
        holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();

        assertRefused("rebuild.running", () -> rebuilds.start(SHELF, "ben"));
        shelf.goOn.countDown();
        assertThat(finished().startedBy()).isEqualTo("ana");
        assertRefused("rebuild.not-running", () -> rebuilds.cancel(SHELF));
    }

    @Test
    void what_gives_commands_is_not_rebuilt_and_neither_is_what_nobody_knows() {
        assertThat(rebuilds.readModels()).extracting(ReadModel::processingGroup).containsExactly(SHELF);
        assertRefused("rebuild.reaction", () -> rebuilds.start("lamp.switch-off", "ana"));
        assertRefused("rebuild.unknown", () -> rebuilds.start("lamp.log", "ana"));
        assertThat(rebuilds.progress("lamp.switch-off")).isEmpty();
    }

    @Test
    void a_rebuild_that_a_node_had_to_leave_goes_on_where_it_was() {
        begin();
        run.run(model(), twoPages());
        Rebuild left = rebuilds.progress(SHELF).orElseThrow();
        assertThat(left.state()).isEqualTo(RebuildState.READING);
        assertThat(left.handled().events()).isEqualTo(200);

        run.run(model(), () -> false);

        Rebuild done = rebuilds.progress(SHELF).orElseThrow();
        assertThat(done.comparison()).matches(Comparison::identical);
        assertThat(done.handled().events()).isEqualTo(count("lamps.lamp") + broken());
    }

    @Test
    void a_node_that_was_away_for_too_long_writes_nothing_any_more() {
        begin();
        run.run(model(), twoPages());
        Rebuild left = rebuilds.progress(SHELF).orElseThrow();
        var again = new EventPage(0, List.of(), left.position());
        var next = new EventPage(left.position(), List.of(), left.position() + 1);

        assertThat(advance(left.run(), again)).isFalse();
        assertThat(advance(UUID.randomUUID(), next)).isFalse();
        assertThat(advance(left.run(), next)).isTrue();
        rebuilds.cancel(SHELF);
        assertThat(advance(left.run(), new EventPage(next.end(), List.of(), next.end() + 1)))
                .isFalse();
    }

    /** Whether the processor says that it has handled what the event table holds for it. */
    private boolean reconciled() {
        reconciliation.lookAtAll();
        return ledger.differences(SHELF) == 0
                && ledger.entry(SHELF).orElseThrow().handled().events() == count("lamps.lamp") + broken();
    }

    private boolean advance(UUID by, EventPage page) {
        return table.advance(by, page, Duration.ZERO, 0);
    }

    @Test
    void one_whose_node_is_gone_can_be_called_off() {
        begin();
        run.run(model(), twoPages());
        assertThat(shadows()).isEqualTo(1);

        rebuilds.cancel(SHELF);

        await().until(() -> shadows() == 0);
        assertThat(rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void what_passes_by_itself_is_tried_again_behind_the_last_page() {
        shelf.failure = new DataAccessResourceFailureException("", new SQLException("", "08006"));
        shelf.failsAt = first + 250;
        begin();
        assertThatThrownBy(() -> run.run(model(), () -> false)).isInstanceOf(RuntimeException.class);
        Rebuild halted = rebuilds.progress(SHELF).orElseThrow();
        assertThat(halted.state()).isEqualTo(RebuildState.READING);
        assertThat(halted.position()).isPositive();

        shelf.failsAt = -1;
        run.run(model(), () -> false);

        assertThat(rebuilds.progress(SHELF).orElseThrow().comparison()).matches(Comparison::identical);
    }

    @Test
    void at_an_event_that_cannot_be_handled_it_stops_and_names_it_without_a_word_of_what_it_says() {
        long before = table("lamps.lamp");
        shelf.failure = new IllegalStateException("the note says: Ana Kowalska");
        shelf.failsAt = first + 123;

        rebuilds.start(SHELF, "ana");
        Rebuild failed = finished();

        assertThat(failed.state()).isEqualTo(RebuildState.FAILED);
        assertThat(failed.failure())
                .isEqualTo(new RebuildFailure("java.lang.IllegalStateException", null, null, positionOf(first + 123)));
        assertThat(failed.comparison()).isNull();
        assertThat(row()).doesNotContain("Kowalska");
        await().until(() -> shadows() == 0);
        assertThat(table("lamps.lamp")).isEqualTo(before);

        shelf.failsAt = -1;
        assertThat(rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void what_the_live_processor_had_put_aside_is_in_it_and_is_not_tried_again() {
        shelf.failure = new IllegalStateException();
        shelf.failsLiveAt = first + 351;
        light(first + 350, first + 352);
        settle();
        assertThat(letters.of(SHELF, 0, 10)).hasSize(1);

        assertThat(rebuilt().comparison()).isNotNull().satisfies(found -> {
            assertThat(found.identical()).isFalse();
            assertThat(List.of(found.added(), found.removed())).containsExactly(1L, 0L);
        });

        shelf.failsLiveAt = -1;
        assertThat(letters.of(SHELF, 0, 10)).isEmpty();
        assertThat(reconciled()).isTrue();
        light(first + 352, first + 354);
        settle();
        assertThat(number("select count(*) from lamps.lamp where brightness >= " + (first + 350)))
                .isEqualTo(4);
        assertThat(rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void a_constraint_that_is_broken_is_named() {
        database.sql("alter table lamps.lamp add constraint lamp_dim check (brightness <> %d) not valid"
                        .formatted(first + 77))
                .update();
        try {
            rebuilds.start(SHELF, "ana");
            Rebuild failed = finished();

            assertThat(failed.failure())
                    .isEqualTo(new RebuildFailure(
                            "org.postgresql.util.PSQLException", "23514", "lamp_dim", positionOf(first + 77)));
        } finally {
            database.sql("alter table lamps.lamp drop constraint lamp_dim").update();
        }
    }

    @Test
    void a_table_that_has_what_cannot_be_copied_is_not_rebuilt() {
        database.sql("create trigger lamp_watched before update on lamps.lamp"
                        + " for each row execute function suppress_redundant_updates_trigger()")
                .update();
        try {
            rebuilds.start(SHELF, "ana");

            assertThat(finished().failure())
                    .isEqualTo(new RebuildFailure(ShadowTables.NotRebuildable.class.getName(), null, null, null));
        } finally {
            database.sql("drop trigger lamp_watched on lamps.lamp").update();
        }
    }

    @Test
    void that_it_changed_is_announced_once_when_it_is_live() {
        var heard = new AtomicInteger();
        Runnable deaf = announcements.listen(SHELF, heard::incrementAndGet);
        rebuilt();

        await().untilAtomic(heard, is(1));
        deaf.run();
    }

    /** The node stops after two pages. */
    private static BooleanSupplier twoPages() {
        var pages = new AtomicInteger();
        return () -> pages.incrementAndGet() > 2;
    }

    private void begin() {
        assertThat(table.begin(SHELF, UUID.randomUUID(), "ana")).isTrue();
    }

    private ReadModel model() {
        return rebuilds.find(SHELF).orElseThrow();
    }

    private void holdAt(int brightness) {
        shelf.reached = new CountDownLatch(1);
        shelf.goOn = new CountDownLatch(1);
        shelf.heldAt = brightness;
    }

    private Rebuild rebuilt() {
        rebuilds.start(SHELF, "ana");
        Rebuild finished = finished();
        assertThat(finished.state()).as("%s", finished.failure()).isEqualTo(RebuildState.DONE);
        return finished;
    }

    private Rebuild finished() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> rebuilds.progress(SHELF).orElseThrow(),
                        rebuild -> !rebuild.state().isActive());
    }

    private void light(int from, int to) {
        List<Fact> events = new ArrayList<>();
        IntStream.range(from, to).forEach(brightness -> {
            UUID lamp = Ids.next();
            events.add(new Fact(lamp, "Lamp", new LampLit(lamp, brightness, "Lämpchen " + brightness)));
            if (brightness % 10 == 0) {
                events.add(new Fact(Ids.next(), "Breakage", new LampBroken(lamp)));
            }
        });
        runAsync(() -> facts.record(events)).join();
    }

    private void settle() {
        assertThat(positions.await(SHELF, positions.head(), Duration.ofSeconds(20)))
                .isTrue();
    }

    private long positionOf(int brightness) {
        return number("select global_index from event_store.domain_event where payload like '%\"brightness\":"
                + brightness + ",%'");
    }

    private String row() {
        return database.sql("select rebuild::text from event_store.rebuild rebuild where processing_group = ?")
                .param(SHELF)
                .query(String.class)
                .single();
    }

    private long table(String name) {
        return number("select '" + name + "'::regclass::oid::bigint");
    }

    private long count(String name) {
        return number("select count(*) from " + name);
    }

    private long broken() {
        return number("select count(*) from event_store.domain_event where payload_type = 'lamp.LampBroken'");
    }

    private long brightest() {
        return number("select max(brightness) from lamps.lamp");
    }

    private long shadows() {
        return number("select count(*) from pg_namespace where nspname like '%_rebuild'");
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String content() {
        return database.sql("select string_agg(lamp::text, ';' order by lamp_id) from lamps.lamp lamp")
                .query(String.class)
                .single();
    }

    private static void assertRefused(String rule, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(rule));
    }
}
