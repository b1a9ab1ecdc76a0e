package cx.ecou.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stops a rebuild, and what it says of that. */
@LampsToRebuild
class RebuildFailureIT {

    private static final String SHELF = ShelfProjection.PROCESSING_GROUP;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    RebuildRun run;

    @Autowired
    ShelfProjection shelf;

    @Autowired
    JdbcClient database;

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
    void what_passes_by_itself_is_tried_again_behind_the_last_page() {
        shelf.failure = new DataAccessResourceFailureException("", new SQLException("", "08006"));
        shelf.failsAt = first + 250;
        lamps.begin();
        assertThatThrownBy(() -> run.run(lamps.model(), () -> false)).isInstanceOf(RuntimeException.class);
        Rebuild halted = rebuilds.progress(SHELF).orElseThrow();
        assertThat(halted.state()).isEqualTo(RebuildState.READING);
        assertThat(halted.position()).isPositive();

        shelf.failsAt = -1;
        run.run(lamps.model(), () -> false);

        assertThat(rebuilds.progress(SHELF).orElseThrow().comparison()).matches(Comparison::identical);
    }

    @Test
    void at_an_event_that_cannot_be_handled_it_stops_and_names_it_without_a_word_of_what_it_says() {
        long before = lamps.table("lamps.lamp");
        shelf.failure = new IllegalStateException("the note says: Ana Kowalska");
        shelf.failsAt = first + 123;

        rebuilds.start(SHELF, "ana");
        Rebuild failed = lamps.finished();

        assertThat(failed.state()).isEqualTo(RebuildState.FAILED);
        assertThat(failed.failure())
                .isEqualTo(new RebuildFailure(
                        "java.lang.IllegalStateException", null, null, lamps.positionOf(first + 123)));
        assertThat(failed.comparison()).isNull();
        assertThat(lamps.row()).doesNotContain("Kowalska");
        await().until(() -> lamps.shadows() == 0);
        assertThat(lamps.table("lamps.lamp")).isEqualTo(before);

        shelf.failsAt = -1;
        assertThat(lamps.rebuilt().comparison()).matches(Comparison::identical);
    }

    @Test
    void a_constraint_that_is_broken_is_named() {
        database.sql("alter table lamps.lamp add constraint lamp_dim check (brightness <> %d) not valid"
                        .formatted(first + 77))
                .update();
        try {
            rebuilds.start(SHELF, "ana");
            Rebuild failed = lamps.finished();

            assertThat(failed.failure())
                    .isEqualTo(new RebuildFailure(
                            "org.postgresql.util.PSQLException", "23514", "lamp_dim", lamps.positionOf(first + 77)));
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

            assertThat(lamps.finished().failure())
                    .isEqualTo(new RebuildFailure(ShadowTables.NotRebuildable.class.getName(), null, null, null));
        } finally {
            database.sql("drop trigger lamp_watched on lamps.lamp").update();
        }
    }
}
