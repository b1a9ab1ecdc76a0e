package cx.ecou.eventstore.rebuild;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import cx.ecou.eventstore.announce.Announcements;
import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.processing.Reconciliation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What comes of a rebuild, and what those notice who use the read model meanwhile. */
@LampsToRebuild
class RebuildIT {

    private static final String SHELF = ShelfProjection.PROCESSING_GROUP;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    ShelfProjection shelf;

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
    void a_rebuilt_read_model_equals_the_live_one_and_takes_its_place() {
        long before = lamps.table("lamps.lamp");
        long rows = lamps.count("lamps.lamp");

        Rebuild done = lamps.rebuilt();

        assertThat(done.comparison()).satisfies(found -> {
            assertThat(found.identical()).isTrue();
            assertThat(found.liveHash()).hasSize(64).isEqualTo(found.rebuiltHash());
            assertThat(found.liveRows()).isEqualTo(found.rebuiltRows()).isGreaterThan(rows);
        });
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.handled().events()).isEqualTo(rows + lamps.broken());
        assertThat(done.perSecond()).isPositive();
        assertThat(done.startedBy()).isEqualTo("ana");
        assertThat(lamps.table("lamps.lamp")).isNotEqualTo(before);
        assertThat(lamps.count("lamps.lamp")).isEqualTo(rows);
    }

    @Test
    void what_was_damaged_by_hand_comes_out_right_and_is_told() {
        String right = lamps.content();
        database.sql("delete from lamps.lamp where brightness = ?").param(first).update();
        database.sql("update lamps.lamp set note = 'scratched' where brightness = ?")
                .param(first + 1)
                .update();
        database.sql("insert into lamps.brightness_count values (-1, 7)").update();

        Comparison found = lamps.rebuilt().comparison();

        assertThat(found).isNotNull();
        assertThat(found.identical()).isFalse();
        assertThat(List.of(found.added(), found.removed(), found.changed())).containsExactly(1L, 1L, 1L);
        assertThat(lamps.content()).isEqualTo(right);
        assertThat(lamps.rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void what_comes_in_meanwhile_is_in_it() throws InterruptedException {
        lamps.holdAt(first + 200);
        rebuilds.start(SHELF, "ana");
        shelf.reached.await();
        lamps.light(first + 350, first + 700);
        lamps.settle();
        shelf.goOn.countDown();

        Rebuild done = lamps.finished();
        assertThat(done.comparison()).matches(Comparison::identical);
        assertThat(done.comparison())
                .matches(found ->
                        found.rebuiltRows() == lamps.count("lamps.lamp") + lamps.count("lamps.brightness_count"));
        lamps.light(first + 700, first + 710);
        lamps.settle();
        assertThat(lamps.brightest()).isEqualTo(first + 709);
    }

    @Test
    void what_the_live_processor_had_put_aside_is_in_it_and_is_not_tried_again() {
        shelf.failure = new IllegalStateException();
        shelf.failsLiveAt = first + 351;
        lamps.light(first + 350, first + 352);
        lamps.settle();
        assertThat(letters.of(SHELF, 0, 10)).hasSize(1);

        assertThat(lamps.rebuilt().comparison()).isNotNull().satisfies(found -> {
            assertThat(found.identical()).isFalse();
            assertThat(List.of(found.added(), found.removed())).containsExactly(1L, 0L);
        });

        shelf.failsLiveAt = -1;
        assertThat(letters.of(SHELF, 0, 10)).isEmpty();
        assertThat(reconciled()).isTrue();
        lamps.light(first + 352, first + 354);
        lamps.settle();
        assertThat(lamps.number("select count(*) from lamps.lamp where brightness >= " + (first + 350)))
                .isEqualTo(4);
        assertThat(lamps.rebuilt().comparison()).matches(Comparison::identical);
    }

    /** Whether the processor says that it has handled what the event table holds for it. */
    private boolean reconciled() {
        reconciliation.lookAtAll();
        return ledger.differences(SHELF) == 0
                && ledger.entry(SHELF).orElseThrow().handled().events() == lamps.count("lamps.lamp") + lamps.broken();
    }

    @Test
    void whoever_reads_is_answered_all_the_while() {
        long rows = lamps.count("lamps.lamp");
        var over = new AtomicBoolean();
        var answers = new AtomicLong();
        var slowest = new AtomicLong();
        var reading = runAsync(() -> {
            while (!over.get()) {
                long begin = System.nanoTime();
                assertThat(lamps.count("lamps.lamp")).isEqualTo(rows);
                slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                answers.incrementAndGet();
            }
        });

        lamps.rebuilt();
        lamps.rebuilt();

        over.set(true);
        assertThat(reading).succeedsWithin(Duration.ofSeconds(10));
        assertThat(answers.get()).isGreaterThan(20);
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_switch_waits_for_one_who_reads_for_long_and_lets_others_read_meanwhile() {
        long before = lamps.table("lamps.lamp");
        transaction.executeWithoutResult(status -> {
            lamps.count("lamps.lamp");
            rebuildElsewhere();
            await().until(() -> rebuilds.progress(SHELF).orElseThrow().state() == RebuildState.SWITCHING);
            await().pollDelay(Duration.ofSeconds(2))
                    .until(() -> CompletableFuture.supplyAsync(() -> lamps.count("lamps.lamp"))
                                    .join()
                            > 0);
            lamps.light(first + 350, first + 360);
            lamps.settle();
            assertThat(lamps.table("lamps.lamp")).isEqualTo(before);
        });

        assertThat(lamps.finished().comparison()).matches(Comparison::identical);
        assertThat(lamps.table("lamps.lamp")).isNotEqualTo(before);
        assertThat(lamps.brightest()).isEqualTo(first + 359);
    }

    /** Outside of this thread's transaction. */
    private void rebuildElsewhere() {
        runAsync(() -> rebuilds.start(SHELF, "ana")).join();
    }

    @Test
    void that_it_changed_is_announced_once_when_it_is_live() {
        var heard = new AtomicInteger();
        Runnable deaf = announcements.listen(SHELF, heard::incrementAndGet);
        lamps.rebuilt();

        await().untilAtomic(heard, is(1));
        deaf.run();
    }
}
