package cx.ecou.eventstore.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.eventstore.engine.LampStore;
import cx.ecou.eventstore.engine.OrderedEventStorageEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SealsIT {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LocalDate SECOND = LocalDate.parse("2026-03-02");
    private static final Instant NOON_OF_FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOON_OF_SECOND = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant NOON_OF_THIRD = Instant.parse("2026-03-03T12:00:00Z");

    private final DataSource database = LampStore.database();
    private final OrderedEventStorageEngine engine = LampStore.engine(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Seals seals = new Seals(database);

    @Test
    void a_day_is_sealed_when_it_is_over_and_every_event_soon_after_it_was_recorded() {
        append(3, NOON_OF_FIRST);
        append(2, NOON_OF_SECOND);

        sealAt(NOON_OF_SECOND);

        assertThat(seals.days())
                .extracting(DaySeal::number, DaySeal::day, DaySeal::first, DaySeal::last, DaySeal::events)
                .containsExactly(tuple(1L, FIRST, 1L, 3L, 3L));
        assertThat(seals.sealedUpTo()).isEqualTo(5);
        assertThat(seals.verify())
                .satisfies(all -> assertThat(all.intact()).isTrue())
                .extracting(Verification::sealed, Verification::unsealed)
                .containsExactly(5L, 0L);
    }

    @Test
    void what_came_after_the_last_sealing_is_counted_and_judged_later() {
        append(3, NOON_OF_FIRST);
        sealAt(NOON_OF_FIRST);
        append(4, NOON_OF_FIRST);

        assertThat(seals.verify())
                .extracting(Verification::sealed, Verification::unsealed, Verification::intact)
                .containsExactly(3L, 4L, true);
    }

    @Test
    void an_empty_store_is_intact() {
        sealAt(NOON_OF_FIRST);

        assertThat(seals.verify().intact()).isTrue();
        assertThat(seals.verify(FIRST).sealed()).isZero();
        assertThat(seals.sealedUpTo()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id = gen_random_uuid()",
                "aggregate_type = null",
                "aggregate_identifier = gen_random_uuid()",
                "sequence_number = 7",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "payload_type = 'lamp.LampBroken'",
                "payload_revision = '2'",
                "payload = replace(payload, '2', '3')",
                "metadata = '{ }'"
            })
    void an_altered_row_is_named_whatever_was_altered_and_no_other(String change) {
        append(3, NOON_OF_FIRST);
        append(3, NOON_OF_SECOND);
        sealAt(NOON_OF_THIRD);

        withAllRights("update event_store.domain_event set " + change + " where global_index = 3");

        assertThat(seals.verify().first()).containsOnlyKeys(FIRST);
        assertThat(seals.verify().findings()).isEqualTo(1);
        assertThat(seals.verify().first().get(FIRST)).isEqualTo(new Finding(FIRST, Finding.Kind.ALTERED, 3));
        assertThat(new Finding(FIRST, Finding.Kind.ALTERED, 3).sentence())
                .isEqualTo("Day 2026-03-01: the event at position 3 was altered.");
    }

    @Test
    void the_first_finding_of_each_day_is_named() {
        append(3, NOON_OF_FIRST);
        append(3, NOON_OF_SECOND);
        sealAt(NOON_OF_THIRD);

        withAllRights("update event_store.domain_event set payload = '{}' where global_index in (2, 3, 5)");

        assertThat(seals.verify().first().values())
                .extracting(Finding::day, Finding::kind, Finding::position)
                .containsExactly(tuple(FIRST, Finding.Kind.ALTERED, 2L), tuple(SECOND, Finding.Kind.ALTERED, 5L));
        assertThat(seals.verify().findings()).isEqualTo(3);
        assertThat(seals.verify(SECOND).first()).containsOnlyKeys(SECOND);
        assertThat(seals.verify(SECOND).sealed()).isEqualTo(3);
    }

    @Test
    void a_row_that_is_gone_is_named() {
        append(3, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);

        withAllRights("delete from event_store.domain_event where global_index = 2");

        assertThat(seals.verify().first().values()).containsExactly(new Finding(FIRST, Finding.Kind.MISSING, 2));
        assertThat(seals.verify().findings()).isEqualTo(1);
    }

    @Test
    void the_last_row_that_is_gone_is_named_too() {
        append(3, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);

        withAllRights("delete from event_store.domain_event where global_index = 3");

        assertThat(seals.verify().first().values()).containsExactly(new Finding(FIRST, Finding.Kind.MISSING, 3));
    }

    @Test
    void a_row_slipped_into_a_hole_is_named() {
        append(2, NOON_OF_FIRST);
        leaveHole();
        append(2, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);
        assertThat(seals.verify().intact()).isTrue();

        withAllRights("insert into event_store.domain_event (global_index, event_id, aggregate_identifier,"
                + " sequence_number, recorded_at, payload_type, payload, metadata) overriding system value"
                + " select 3, gen_random_uuid(), gen_random_uuid(), 0, recorded_at, payload_type, payload, metadata"
                + " from event_store.domain_event where global_index = 1");

        assertThat(seals.verify().first().values()).containsExactly(new Finding(FIRST, Finding.Kind.INSERTED, 3));
        assertThat(seals.verify(FIRST).findings()).isEqualTo(1);
    }

    @Test
    void what_was_recorded_for_a_closed_day_late_comes_under_a_further_seal_of_that_day() {
        append(2, NOON_OF_FIRST);
        append(1, NOON_OF_SECOND);
        sealAt(NOON_OF_SECOND);
        append(1, NOON_OF_FIRST);
        append(1, NOON_OF_SECOND);
        sealAt(NOON_OF_THIRD);

        assertThat(seals.days())
                .extracting(DaySeal::number, DaySeal::day, DaySeal::first, DaySeal::last, DaySeal::events)
                .containsExactly(
                        tuple(1L, FIRST, 1L, 2L, 2L), tuple(2L, FIRST, 4L, 4L, 1L), tuple(3L, SECOND, 3L, 5L, 2L));
        assertThat(seals.verify().intact()).isTrue();
        withAllRights("delete from event_store.domain_event where global_index = 4");
        assertThat(seals.verify().first().values()).containsExactly(new Finding(FIRST, Finding.Kind.MISSING, 4));
    }

    @Test
    void a_busy_day_has_many_blocks_and_sealing_goes_on_where_it_stopped() {
        append(2_500, NOON_OF_FIRST);
        sealAt(NOON_OF_FIRST);
        append(10_700, NOON_OF_FIRST);
        sealAt(NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);

        assertThat(
                        rows(
                                "select last_position - first_position + 1 from event_store.event_seal order by first_position"))
                .startsWith(1_000L, 1_000L, 500L, 1_000L)
                .allMatch(rows -> rows <= 1_000);
        assertThat(seals.days()).extracting(DaySeal::events).containsExactly(13_200L);
        assertThat(seals.verify())
                .extracting(Verification::sealed, Verification::intact)
                .containsExactly(13_200L, true);
    }

    @Test
    void in_a_burst_only_a_part_is_sealed_and_no_day_is_closed_before_the_rest() {
        append(10_001, NOON_OF_FIRST);
        Clock later = Clock.fixed(NOON_OF_SECOND, ZoneOffset.UTC);

        new Sealing(database, transaction, engine::decidedHead, () -> true, later).seal();
        assertThat(seals.verify())
                .extracting(Verification::sealed, Verification::unsealed)
                .containsExactly(10_000L, 1L);
        assertThat(seals.days()).isEmpty();

        new Sealing(database, transaction, engine::decidedHead, () -> true, later).seal();
        assertThat(seals.days()).extracting(DaySeal::events).containsExactly(10_001L);
    }

    @Test
    void a_slow_writer_is_not_overtaken() {
        append(1, NOON_OF_FIRST);
        transaction.executeWithoutResult(open -> {
            slowInsert();
            CompletableFuture.runAsync(() -> append(2, NOON_OF_FIRST)).join();
            CompletableFuture.runAsync(() -> sealAt(NOON_OF_FIRST)).join();
            assertThat(CompletableFuture.supplyAsync(seals::sealedUpTo).join()).isEqualTo(1);
        });
        sealAt(NOON_OF_SECOND);

        assertThat(seals.verify())
                .extracting(Verification::sealed, Verification::intact)
                .containsExactly(4L, true);
    }

    @Test
    void several_that_seal_at_once_make_one_chain() {
        append(30_000, NOON_OF_FIRST);

        List<CompletableFuture<Void>> nodes = Stream.generate(() -> CompletableFuture.runAsync(this::sealOrComeLate))
                .limit(4)
                .toList();
        nodes.forEach(CompletableFuture::join);
        sealAt(NOON_OF_SECOND);

        assertThat(seals.verify())
                .extracting(Verification::sealed, Verification::intact)
                .containsExactly(30_000L, true);
        assertThat(seals.days()).hasSize(1);
    }

    @Test
    void whoever_alters_the_seal_of_an_event_is_found() {
        append(3, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);

        withAllRights(
                "update event_store.event_seal set digests = set_byte(digests, 17, 1 - get_byte(digests, 17) % 2)");

        assertThat(seals.verify().first().get(FIRST)).isEqualTo(new Finding(FIRST, Finding.Kind.ALTERED, 2));
    }

    @Test
    void whoever_takes_seals_of_events_away_is_found() {
        append(2_500, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);

        withAllRights("delete from event_store.event_seal where first_position = 1001");

        assertThat(seals.verify().first().get(FIRST)).isEqualTo(new Finding(FIRST, Finding.Kind.SEAL, 2001));
    }

    @Test
    void whoever_alters_or_takes_away_the_seal_of_a_day_is_found() {
        append(1, NOON_OF_FIRST);
        append(1, NOON_OF_SECOND);
        sealAt(NOON_OF_THIRD);

        withAllRights("update event_store.day_seal set hash = sha256('x') where seal_number = 1");
        assertThat(seals.verify().first().values())
                .containsExactly(
                        new Finding(FIRST, Finding.Kind.DAY_SEAL, 1), new Finding(SECOND, Finding.Kind.DAY_SEAL, 2));

        withAllRights("delete from event_store.day_seal where seal_number = 1");
        assertThat(seals.verify().first().values()).containsExactly(new Finding(SECOND, Finding.Kind.DAY_SEAL, 2));
    }

    @Test
    void a_chain_that_was_computed_anew_has_another_hash_than_the_one_kept_elsewhere() {
        append(2, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);
        String kept = seals.days().get(0).hash();

        withAllRights("truncate event_store.event_seal");
        withAllRights("truncate event_store.day_seal");
        sealAt(NOON_OF_SECOND);
        assertThat(seals.days().get(0).hash()).isEqualTo(kept);

        withAllRights("update event_store.domain_event set payload = '{}' where global_index = 2");
        withAllRights("truncate event_store.event_seal");
        withAllRights("truncate event_store.day_seal");
        sealAt(NOON_OF_SECOND);

        assertThat(seals.verify().intact()).isTrue();
        assertThat(seals.days().get(0).hash()).isNotEqualTo(kept);
    }

    @Test
    void seals_are_only_ever_added() {
        append(1, NOON_OF_FIRST);
        sealAt(NOON_OF_SECOND);

        for (String change : List.of(
                "update event_store.event_seal set day = day + 1",
                "delete from event_store.day_seal",
                "truncate event_store.day_seal")) {
            assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("seals are only ever added");
        }
    }

    @Test
    void a_day_is_not_closed_in_its_last_minutes_nor_in_the_first_ones_after_it() {
        append(1, NOON_OF_FIRST);

        sealAt(Instant.parse("2026-03-02T00:04:59Z"));
        assertThat(seals.days()).isEmpty();

        sealAt(Instant.parse("2026-03-02T00:05:00Z"));
        assertThat(seals.days()).hasSize(1);
        assertThat(seals.days().get(0).sentence())
                .matches("Day 2026-03-01 is sealed: 1 events, positions 1 to 1, seal 1, hash [0-9a-f]{64}");
    }

    private void append(int events, Instant recordedAt) {
        transaction.executeWithoutResult(status -> engine.appendEvents(IntStream.range(0, events)
                .mapToObj(n -> LampStore.lit(n + 20, recordedAt))
                .toList()));
    }

    private void slowInsert() {
        JdbcClient.create(database)
                .sql(
                        "insert into event_store.domain_event (event_id, aggregate_identifier, sequence_number, recorded_at,"
                                + " payload_type, payload, metadata) values (gen_random_uuid(), gen_random_uuid(), 0,"
                                + " '2026-03-01T11:00:00Z', 'lamp.LampBroken', '{}', '{}')")
                .update();
    }

    private void sealAt(Instant now) {
        new Sealing(database, transaction, engine::decidedHead, () -> false, Clock.fixed(now, ZoneOffset.UTC)).seal();
    }

    private void sealOrComeLate() {
        assertThatCode(() -> sealAt(NOON_OF_FIRST))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(DuplicateKeyException.class));
    }

    private void leaveHole() {
        rows("select nextval('event_store.domain_event_global_index_seq')");
    }

    private List<Long> rows(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).list();
    }

    /** As somebody who may do everything, triggers included. */
    private void withAllRights(String change) {
        transaction.executeWithoutResult(status -> {
            JdbcClient.create(database)
                    .sql("set local session_replication_role = replica")
                    .update();
            JdbcClient.create(database).sql(change).update();
        });
    }
}
