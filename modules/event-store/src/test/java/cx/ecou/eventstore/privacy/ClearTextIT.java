package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.Shadow;
import cx.ecou.eventstore.testing.TestDatabase;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ClearTextIT {

    private static final ModelTable VISITS = new ModelTable("hotel", "visit");
    private static final ReadModel MODEL = ReadModel.of("hotel.visits", VISITS);
    private static final Instant ERASED_AT = Instant.parse("2026-07-25T21:37:22Z");
    private static final JdbcTemplate DATABASE = database();

    private final ClearText place =
            ClearText.of(MODEL.processingGroup(), VISITS, "name").and("'{}'", "wishes");
    private final UUID ana = Ids.next();
    private final UUID jan = Ids.next();

    private static JdbcTemplate database() {
        var jdbc = new JdbcTemplate(TestDatabase.fresh());
        for (String schema : List.of("hotel", "hotel_visits_rebuild")) {
            jdbc.execute("create schema " + schema);
            jdbc.execute(
                    "create table " + schema
                            + ".visit (visit_id uuid primary key, subject_id uuid not null, name text, wishes text not null, nights int)");
        }
        return jdbc;
    }

    @Test
    void what_is_said_of_a_person_is_taken_out_and_what_is_counted_stays() {
        visits("hotel", ana, "Ana", 3);
        visits("hotel", ana, null, 2);
        visits("hotel", jan, "Jan", 1);
        assertThat(place.held(DATABASE, List.of(ana))).isEqualTo(new ClearText.Held(2, 2));

        assertThat(place.scrub(DATABASE, List.of(ana), ERASED_AT)).isEqualTo(2);

        assertThat(place.held(DATABASE, List.of(ana))).isEqualTo(new ClearText.Held(2, 0));
        assertThat(place.held(DATABASE, List.of(jan))).isEqualTo(new ClearText.Held(1, 1));
        assertThat(rows("hotel", ana))
                .allSatisfy(row -> assertThat(row).containsEntry("wishes", "{}").doesNotContainValue("Ana"));
        assertThat(DATABASE.queryForObject("select sum(nights) from hotel.visit where subject_id = ?", Long.class, ana))
                .isEqualTo(5);
        assertThat(place.scrub(DATABASE, List.of(ana), ERASED_AT)).isZero();
    }

    @Test
    void within_a_rebuild_the_copy_is_scrubbed_if_it_was_begun_before_the_person_was_erased() {
        visits("hotel", ana, "Ana", 1);
        visits("hotel_visits_rebuild", ana, "Ana", 1);

        inRebuild(
                ERASED_AT.minus(Duration.ofHours(1)),
                () -> assertThat(place.scrub(DATABASE, List.of(ana), ERASED_AT)).isEqualTo(1));

        assertThat(rows("hotel_visits_rebuild", ana)).noneMatch(row -> row.containsValue("Ana"));
        assertThat(place.held(DATABASE, List.of(ana)).legible()).isEqualTo(1);
    }

    @Test
    void one_that_was_begun_later_reads_nothing_of_the_person_and_looks_for_nothing() {
        visits("hotel_visits_rebuild", ana, null, 1);

        inRebuild(
                ERASED_AT.plus(Duration.ofHours(1)),
                () -> assertThat(place.scrub(DATABASE, List.of(ana), ERASED_AT)).isZero());
    }

    private static void inRebuild(Instant begun, Runnable work) {
        UnitOfWork<?> rebuild = DefaultUnitOfWork.startAndGet(null);
        new Shadow(MODEL).begun(begun).receive(rebuild);
        try {
            work.run();
        } finally {
            rebuild.rollback();
        }
    }

    private static void visits(String schema, UUID guest, @org.jspecify.annotations.Nullable String name, int nights) {
        DATABASE.update(
                "insert into " + schema + ".visit values (?, ?, ?, ?, ?)",
                Ids.next(),
                guest,
                name,
                "{\"pillow\":\"soft\"}",
                nights);
    }

    private static List<Map<String, Object>> rows(String schema, UUID guest) {
        return DATABASE.queryForList("select * from " + schema + ".visit where subject_id = ?", guest);
    }
}
