package cx.ecou.platform.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditChainIT {

    private static final String MONDAY = "2026-11-23T10:00:00.123456Z";
    private static final String TUESDAY = "2026-11-24T10:00:00Z";

    private final DataSource database = database();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Linking linking = new Linking(database, transaction);
    private final AuditChain chain = new AuditChain(database);

    private static DataSource database() {
        DataSource fresh = TestDatabase.fresh();
        Migrations.carryOut(fresh, List.of(ModuleSchema.guarded("audit", 0)));
        return fresh;
    }

    @Test
    void every_entry_is_linked_to_the_one_before_it_some_time_after_it_was_added() {
        assertThat(chain.verify()).isEqualTo(new Verification(0, 0, List.of(), 0, null));

        add(3, MONDAY);
        assertThat(chain.verify().unlinked()).isEqualTo(3);
        linking.link();
        add(2, MONDAY);

        assertThat(chain.verify())
                .extracting(Verification::linked, Verification::unlinked, Verification::intact)
                .containsExactly(3L, 2L, true);
    }

    @Test
    void linking_goes_on_where_it_stopped_however_much_there_is() {
        add(1, MONDAY);
        linking.link();
        add(11_000, MONDAY);

        linking.link();
        linking.link();

        assertThat(chain.verify())
                .extracting(Verification::linked, Verification::unlinked, Verification::intact)
                .containsExactly(11_001L, 0L, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor_kind = 'PROGRAM'",
                "actor_id = gen_random_uuid()",
                "actor_id = null",
                "origin = '198.51.100.0/24'",
                "origin = null",
                "action = 'listed'",
                "object_kind = 'feedback'",
                "object_id = null",
                "codes = 'q=*'",
                "outcome = 'REFUSED'"
            })
    void an_altered_entry_is_named_whatever_was_altered_and_no_other(String change) {
        add(5, MONDAY);
        linking.link();

        withAllRights("update audit.entry set " + change + " where entry_id = 3");

        assertThat(chain.verify().first()).containsExactly(new Finding(Finding.Kind.ALTERED, 3));
        assertThat(new Finding(Finding.Kind.ALTERED, 3).sentence()).isEqualTo("Audit log: entry 3 was altered.");
    }

    @Test
    void two_entries_that_changed_places_are_named() {
        add(2, MONDAY);
        linking.link();

        withAllRights("update audit.entry set object_id = (3 - object_id::int)::text");

        assertThat(chain.verify().first())
                .containsExactly(new Finding(Finding.Kind.ALTERED, 1), new Finding(Finding.Kind.ALTERED, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5})
    void a_missing_entry_is_named_wherever_it_stood(long missing) {
        add(5, MONDAY);
        linking.link();

        withAllRights("delete from audit.entry where entry_id = " + missing);

        assertThat(chain.verify().first()).containsExactly(new Finding(Finding.Kind.MISSING, missing));
    }

    @Test
    void an_entry_that_was_taken_away_with_its_link_leaves_a_break_behind() {
        add(5, MONDAY);
        linking.link();

        withAllRights("delete from audit.entry where entry_id = 2");
        withAllRights("delete from audit.link where entry_id = 2");

        assertThat(chain.verify().first()).containsExactly(new Finding(Finding.Kind.BROKEN, 3));

        withAllRights("update audit.link set number = number - 1 where number > 2");
        assertThat(chain.verify().intact()).isFalse();
    }

    @Test
    void an_entry_slipped_into_a_hole_is_named_and_never_linked() {
        add(2, MONDAY);
        transaction.executeWithoutResult(status -> {
            add(1, MONDAY);
            status.setRollbackOnly();
        });
        add(2, MONDAY);
        linking.link();
        assertThat(chain.verify().intact()).isTrue();

        withAllRights(
                "insert into audit.entry overriding system value select 3, at, actor_kind, actor_id, origin, action,"
                        + " object_kind, object_id, codes, outcome from audit.entry where entry_id = 1");
        linking.link();

        assertThat(chain.verify().first()).containsExactly(new Finding(Finding.Kind.INSERTED, 3));
        assertThat(chain.verify().linked()).isEqualTo(4);
    }

    @Test
    void whoever_alters_a_link_is_found() {
        add(3, MONDAY);
        linking.link();

        withAllRights("update audit.link set hash = sha256('x') where number = 2");

        assertThat(chain.verify().first())
                .containsExactly(new Finding(Finding.Kind.ALTERED, 2), new Finding(Finding.Kind.BROKEN, 3));
    }

    @Test
    void of_many_findings_the_first_are_named_and_all_are_counted() {
        add(100, MONDAY);
        linking.link();

        withAllRights("update audit.entry set codes = 'q=*' where entry_id > 10");

        Verification verification = chain.verify();
        assertThat(verification.findings()).isEqualTo(90);
        assertThat(verification.first()).hasSize(20).startsWith(new Finding(Finding.Kind.ALTERED, 11));
    }

    @Test
    void a_chain_that_was_computed_anew_or_cut_short_does_not_hold_what_was_kept_elsewhere() {
        add(3, MONDAY);
        linking.link();
        KnownLink kept = Objects.requireNonNull(chain.verify().newest());
        assertThat(chain.holds(kept)).isTrue();

        withAllRights("update audit.entry set codes = 'q=*' where entry_id = 2");
        withAllRights("delete from audit.link");
        linking.link();
        assertThat(chain.verify().intact()).isTrue();
        assertThat(chain.holds(kept)).isFalse();

        withAllRights("delete from audit.link where number = 3");
        withAllRights("delete from audit.entry where entry_id = 3");
        assertThat(chain.verify().intact()).isTrue();
        assertThat(chain.holds(kept)).isFalse();
    }

    @Test
    void the_last_link_of_a_day_goes_into_the_log_once() {
        add(2, MONDAY);
        assertThat(logged(linking::link)).isEmpty();
        KnownLink monday = Objects.requireNonNull(chain.verify().newest());
        assertThat(monday.sentence()).matches("The audit log is linked up to entry 2: link 2, hash [0-9a-f]{64}");

        add(2, TUESDAY);
        assertThat(logged(linking::link)).containsExactly(monday.sentence());
        add(1, TUESDAY);
        assertThat(logged(linking::link)).isEmpty();
    }

    @Test
    void a_slow_transaction_delays_the_links_behind_it_and_no_other_entry() {
        add(1, MONDAY);
        transaction.executeWithoutResult(open -> {
            add(1, MONDAY);
            CompletableFuture.runAsync(() -> add(1, MONDAY)).join();
            CompletableFuture.runAsync(linking::link).join();
            assertThat(CompletableFuture.supplyAsync(chain::verify).join())
                    .extracting(Verification::linked, Verification::unlinked)
                    .containsExactly(1L, 1L);
        });
        linking.link();

        assertThat(chain.verify())
                .extracting(Verification::linked, Verification::unlinked, Verification::intact)
                .containsExactly(3L, 0L, true);
    }

    @Test
    void several_that_link_at_once_make_one_chain() {
        add(8_000, MONDAY);

        Stream.generate(() -> CompletableFuture.runAsync(this::linkOrComeLate))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        linking.link();

        assertThat(chain.verify())
                .extracting(Verification::linked, Verification::intact)
                .containsExactly(8_000L, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set outcome = 'DONE'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.link set number = 7",
                "delete from audit.link",
                "truncate audit.link"
            })
    void the_database_refuses_every_change(String change) {
        add(1, MONDAY);
        linking.link();

        assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("the audit log is only ever added to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Ana Kowalska', 'case', null, '', null",
                "'viewed', 'the case of Ana', null, '', null",
                "'viewed', 'case', 'ana@example.org', '', null",
                "'viewed', 'case', 'Ana Kowalska', '', null",
                "'viewed', 'case', null, 'q=Dvořák', null",
                "'viewed', 'case', null, '', '203.0.113.7'"
            })
    void the_database_takes_neither_names_nor_addresses(String values) {
        assertThatThrownBy(() -> JdbcClient.create(database)
                        .sql(
                                "insert into audit.entry (at, actor_kind, outcome, action, object_kind, object_id, codes, origin)"
                                        + " values (now(), 'ECOU', 'DONE', " + values + ")")
                        .update())
                .rootCause()
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void a_database_of_the_time_before_has_no_audit_log() {
        assertThat(new AuditChain(TestDatabase.fresh()).exists()).isFalse();
        assertThat(chain.exists()).isTrue();
    }

    private void add(int entries, String at) {
        JdbcClient.create(database)
                .sql("""
                        insert into audit.entry (at, actor_kind, actor_id, origin, action, object_kind, object_id, codes, outcome)
                        select cast(:at as timestamptz), 'COLLEAGUE', '0191e5a4-7d2c-7b61-9c1f-2f4f6f0c8a11', '203.0.113.0/24',
                          'viewed', 'case', n::text, 'band=NEGATIVE', 'DONE' from generate_series(1, :entries) n
                        """)
                .param("at", at)
                .param("entries", entries)
                .update();
    }

    /** What the operator reads of it. */
    private static List<String> logged(Runnable work) {
        var lines = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger("ecou");
        lines.start();
        log.addAppender(lines);
        try {
            work.run();
        } finally {
            log.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void linkOrComeLate() {
        assertThatCode(linking::link)
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(DuplicateKeyException.class));
    }

    /** As somebody who owns the database and switches its triggers off. */
    private void withAllRights(String change) {
        transaction.executeWithoutResult(status -> {
            JdbcClient.create(database)
                    .sql("set local session_replication_role = replica")
                    .update();
            JdbcClient.create(database).sql(change).update();
        });
    }
}
