package cx.ecou.feedback.write.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.problems.NotFound;
import cx.ecou.webshell.testing.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class ImportRunIT {

    private static final Colleague ILINCA = SignedIn.colleague("Ilinca P.", Role.CX_MANAGER);
    private static final int ROWS = 3_500;

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    ImportTable table;

    @Autowired
    ImportRun run;

    @Autowired
    RejectedRows rejectedRows;

    @Autowired
    Forgetting forgetting;

    @Autowired
    JdbcClient database;

    @Test
    void the_same_file_again_adds_nothing() throws IOException {
        UUID first = uploaded(ImportExamples.scores(ROWS));
        UUID again = uploaded(ImportExamples.scores(ROWS));

        imports.start(first, ImportExamples.ofScores("twice"));
        awaitStatus(first, ImportStatus.DONE);
        imports.start(again, ImportExamples.ofScores("twice"));
        awaitStatus(again, ImportStatus.DONE);

        assertThat(imports.get(first).tally()).isEqualTo(new Tally(ROWS, 3_150, 0, 350));
        assertThat(imports.get(again).tally()).isEqualTo(new Tally(ROWS, 0, 3_150, 350));
        assertThat(recorded("twice")).isEqualTo(3_150);
    }

    @Test
    void a_check_says_what_would_become_of_the_rows_and_records_none() throws IOException {
        UUID importId = uploaded(ImportExamples.scores(ROWS));

        imports.check(importId, ImportExamples.ofScores("checked"));
        awaitStatus(importId, ImportStatus.CHECKED);

        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, 3_150, 0, 350));
        assertThat(recorded("checked")).isZero();
        assertThat(rejectedRows.first(importId, 2))
                .extracting(RejectedRow::number, RejectedRow::cells)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(10L, List.of("10", "11", "2026-01-15 10:00:00")),
                        org.assertj.core.groups.Tuple.tuple(20L, List.of("20", "11", "2026-01-15 10:00:00")));
    }

    @Test
    void an_interrupted_import_goes_on_behind_the_last_stored_row() throws IOException {
        UUID importId = begun("interrupted");
        var lists = new AtomicInteger();

        run.run(importId, () -> lists.getAndIncrement() == 2);
        FeedbackImport interrupted = imports.get(importId);
        run.run(importId, () -> false);

        assertThat(interrupted.tally()).isEqualTo(new Tally(2_000, 1_800, 0, 200));
        assertThat(interrupted.status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(imports.get(importId).status()).isEqualTo(ImportStatus.DONE);
        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, 3_150, 0, 350));
        assertThat(recorded("interrupted")).isEqualTo(3_150);
        assertThat(rejectedRows.first(importId, 1_000)).hasSize(350);
    }

    @Test
    void rows_that_were_recorded_but_not_yet_counted_at_a_crash_are_met_as_repeats() throws IOException {
        UUID importId = begun("crashed");
        var lists = new AtomicInteger();
        run.run(importId, () -> lists.getAndIncrement() == 2);
        database.sql("update feedback.import set rows_read = 1000, accepted = 900, rejected = 100 where import_id = ?")
                .param(importId)
                .update();

        run.run(importId, () -> false);

        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, 2_250, 900, 350));
        assertThat(recorded("crashed")).isEqualTo(3_150);
        assertThat(rejectedRows.first(importId, 1_000)).hasSize(350);
    }

    @Test
    void what_a_dead_node_was_doing_is_taken_over() throws IOException {
        UUID importId = begun("orphaned");
        database.sql("""
                        insert into event_store.scheduled_task (task_name, task_instance, execution_time, picked, picked_by,
                          last_heartbeat, consecutive_failures, version, priority)
                        values ('feedback.run-import', ?, now() - interval '2 minutes', true, 'a node that died',
                          now() - interval '1 minute', 0, 1, 50)""").param(importId.toString()).update();

        awaitStatus(importId, ImportStatus.DONE);

        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, 3_150, 0, 350));
    }

    @Test
    void a_pause_halts_behind_the_list_that_is_being_recorded_and_resuming_goes_on() throws IOException {
        UUID importId = begun("paused");
        var lists = new AtomicInteger();

        run.run(importId, () -> {
            if (lists.incrementAndGet() == 2) {
                imports.pause(importId);
            }
            return false;
        });

        assertThat(imports.get(importId).status()).isEqualTo(ImportStatus.PAUSED);
        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(2_000, 1_800, 0, 200));
        imports.resume(importId);
        awaitStatus(importId, ImportStatus.DONE);
        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, 3_150, 0, 350));
    }

    @Test
    void of_two_runs_only_one_tells_how_far_it_has_come() throws IOException {
        UUID importId = begun("frozen");

        boolean[] overtaken = new boolean[1];
        run.run(importId, () -> {
            if (!overtaken[0]) {
                overtaken[0] = true;
                run.run(importId, () -> false);
            }
            return false;
        });

        assertThat(imports.get(importId).status()).isEqualTo(ImportStatus.DONE);
        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, 3_150, 0, 350));
        assertThat(recorded("frozen")).isEqualTo(3_150);
    }

    @Test
    void a_file_is_deleted_as_soon_as_its_import_is_done() throws IOException {
        UUID importId = begun("deleted");
        assertThat(chunks(importId)).isEqualTo(1);

        run.run(importId, () -> false);

        assertThat(chunks(importId)).isZero();
        assertThatThrownBy(() -> imports.start(importId, ImportExamples.ofScores("deleted")))
                .isInstanceOf(DomainRuleViolation.class)
                .hasMessageContaining("import.already-started");
    }

    @Test
    void a_file_that_nobody_goes_on_with_is_forgotten_after_a_day() throws IOException {
        UUID importId = uploaded(ImportExamples.scores(1));

        assertThat(forgetting.forget(importId)).isPresent();
        age(importId, Duration.ofHours(25));
        assertThat(forgetting.forget(importId)).isEmpty();

        assertThatThrownBy(() -> imports.get(importId)).isInstanceOf(NotFound.class);
        assertThat(chunks(importId)).isZero();
    }

    @Test
    void a_paused_import_is_abandoned_after_a_week() throws IOException {
        UUID importId = begun("abandoned");
        imports.pause(importId);

        age(importId, Duration.ofDays(6));
        assertThat(forgetting.forget(importId)).isPresent();
        age(importId, Duration.ofDays(2));
        assertThat(forgetting.forget(importId)).isEmpty();

        assertThat(imports.get(importId).status()).isEqualTo(ImportStatus.ABANDONED);
        assertThat(chunks(importId)).isZero();
        assertThatThrownBy(() -> imports.resume(importId)).hasMessageContaining("import.not-halted");
    }

    @Test
    void rejected_rows_are_forgotten_after_a_month_and_their_number_is_not() throws IOException {
        UUID importId = begun("month");
        run.run(importId, () -> false);

        age(importId, Duration.ofDays(31));
        assertThat(forgetting.forget(importId)).isEmpty();

        assertThat(rejectedRows.first(importId, 10)).isEmpty();
        assertThat(imports.get(importId).tally().rejected()).isEqualTo(350);
    }

    @Test
    void cells_that_the_database_cannot_hold_do_not_stop_an_import() throws IOException {
        UUID importId = uploaded("id,nps,at\n\u00001,99," + "x".repeat(5_000) + "\n2,9,2026-01-15 10:00:00\n");
        table.begin(importId, ImportExamples.ofScores("odd"), ImportStatus.RUNNING, List.of(ImportStatus.UPLOADED));

        run.run(importId, () -> false);

        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(2, 1, 0, 1));
        assertThat(rejectedRows.first(importId, 1).get(0).cells())
                .satisfiesExactly(
                        id -> assertThat(id).isEqualTo("\uFFFD1"),
                        nps -> assertThat(nps).isEqualTo("99"),
                        at -> assertThat(at).hasSize(1_001).endsWith("…"));
    }

    @Test
    void a_file_of_several_pieces_is_read_across_their_borders() throws IOException {
        String comment = "ą".repeat(300);
        var file = new StringBuilder("id,nps,at,comment\n");
        for (int n = 1; n <= ROWS; n++) {
            file.append(n).append(",9,2026-01-15 10:00:00,").append(comment).append('\n');
        }
        UUID importId = uploaded(file.toString());
        assertThat(chunks(importId)).isEqualTo(3);

        table.begin(importId, ImportExamples.ofScores("pieces"), ImportStatus.RUNNING, List.of(ImportStatus.UPLOADED));
        run.run(importId, () -> false);

        assertThat(imports.get(importId).tally()).isEqualTo(new Tally(ROWS, ROWS, 0, 0));
    }

    private UUID uploaded(String file) throws IOException {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        return uploads.store("scores.csv", content, null, ILINCA);
    }

    /** As started, but for the scheduler to know. */
    private UUID begun(String source) throws IOException {
        UUID importId = uploaded(ImportExamples.scores(ROWS));
        table.begin(importId, ImportExamples.ofScores(source), ImportStatus.RUNNING, List.of(ImportStatus.UPLOADED));
        return importId;
    }

    private void age(UUID importId, Duration by) {
        database.sql(
                        "update feedback.import set changed_at = changed_at - make_interval(secs => ?) where import_id = ?")
                .params(by.toSeconds(), importId)
                .update();
    }

    private void awaitStatus(UUID importId, ImportStatus status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> imports.get(importId).status() == status);
    }

    private long chunks(UUID importId) {
        return database.sql("select count(*) from feedback.import_chunk where import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }

    private long recorded(String source) {
        return database.sql("select count(*) from event_store.domain_event where payload like ?")
                .param("%\"source\":\"" + source + "\"%")
                .query(Long.class)
                .single();
    }
}
