package cx.ecou.eventstore.rebuild;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.kernel.DomainRuleViolation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may begin a rebuild, call it off, leave it to another node, and go on with it. */
@LampsToRebuild
class RebuildCourseIT {

    private static final String SHELF = ShelfProjection.PROCESSING_GROUP;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    RebuildTable table;

    @Autowired
    RebuildRun run;

    @Autowired
    ShelfProjection shelf;

    @Autowired
    RebuiltLamps lamps;

    private int first;

    @BeforeEach
    void three_hundred_and_fifty_lamps_are_lit_and_every_tenth_is_broken() {
        first = lamps.lightMore();
    }

    @AfterEach
    void nothing_is_held_any_more() {
        lamps.letGo();
    }

    @Test
    void of_one_read_model_there_is_one_rebuild_at_a_time() throws InterruptedException {
        lamps.holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();

        assertRefused("rebuild.running", () -> rebuilds.start(SHELF, "ben"));
        shelf.goOn.countDown();
        assertThat(lamps.finished().startedBy()).isEqualTo("ana");
        assertRefused("rebuild.not-running", () -> rebuilds.cancel(SHELF));
    }

    @Test
    void one_that_is_asked_for_is_due_on_every_node_whatever_its_clock_says() throws InterruptedException {
        lamps.holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();

        assertThat(lamps.number("select count(*) from event_store.scheduled_task"
                        + " where task_name = 'event-store.rebuild' and execution_time <= 'epoch'"))
                .isEqualTo(1);
    }

    @Test
    void what_gives_commands_is_not_rebuilt_and_neither_is_what_nobody_knows() {
        assertThat(rebuilds.readModels()).extracting(ReadModel::processingGroup).containsExactly(SHELF);
        assertRefused("rebuild.reaction", () -> rebuilds.start("lamp.switch-off", "ana"));
        assertRefused("rebuild.unknown", () -> rebuilds.start("lamp.log", "ana"));
        assertThat(rebuilds.progress("lamp.switch-off")).isEmpty();
    }

    @Test
    void one_that_is_called_off_leaves_nothing_and_touches_nothing() throws InterruptedException {
        long before = lamps.table("lamps.lamp");
        lamps.holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();
        assertThat(rebuilds.progress(SHELF)).hasValueSatisfying(rebuild -> {
            assertThat(rebuild.state()).isEqualTo(RebuildState.READING);
            assertThat(rebuild.percent()).isBetween(1, 99);
        });
        assertThat(lamps.shadows()).isEqualTo(1);
        var cancelled = runAsync(() -> rebuilds.cancel(SHELF));
        shelf.goOn.countDown();

        assertThat(cancelled).succeedsWithin(Duration.ofSeconds(10));
        assertThat(rebuilds.progress(SHELF).orElseThrow().state()).isEqualTo(RebuildState.CANCELLED);
        await().until(() -> lamps.shadows() == 0);
        assertThat(lamps.table("lamps.lamp")).isEqualTo(before);
        assertThat(lamps.rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void one_whose_node_is_gone_can_be_called_off() {
        lamps.begin();
        run.run(lamps.model(), twoPages());
        assertThat(lamps.shadows()).isEqualTo(1);

        rebuilds.cancel(SHELF);

        await().until(() -> lamps.shadows() == 0);
        assertThat(lamps.rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void a_rebuild_that_a_node_had_to_leave_goes_on_where_it_was() {
        lamps.begin();
        run.run(lamps.model(), twoPages());
        Rebuild left = rebuilds.progress(SHELF).orElseThrow();
        assertThat(left.state()).isEqualTo(RebuildState.READING);
        assertThat(left.handled().events()).isEqualTo(200);

        run.run(lamps.model(), () -> false);

        Rebuild done = rebuilds.progress(SHELF).orElseThrow();
        assertThat(done.comparison()).matches(Comparison::identical);
        assertThat(done.handled().events()).isEqualTo(lamps.count("lamps.lamp") + lamps.broken());
    }

    @Test
    void a_node_that_was_away_for_too_long_writes_nothing_any_more() {
        lamps.begin();
        run.run(lamps.model(), twoPages());
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

    private boolean advance(UUID by, EventPage page) {
        return table.advance(by, Stretch.of(page), Duration.ZERO, 0);
    }

    /** The node stops after two pages. */
    private static BooleanSupplier twoPages() {
        var pages = new AtomicInteger();
        return () -> pages.incrementAndGet() > 2;
    }

    private static void assertRefused(String rule, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(rule));
    }
}
