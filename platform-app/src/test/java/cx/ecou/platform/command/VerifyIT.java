package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.postgres.Login;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.seal.Sealing;
import cx.ecou.eventstore.seal.Seals;
import cx.ecou.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** How {@code verify} ends, and that it ends so for what it has found. */
class VerifyIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final String url = TestDatabase.freshUrl();
    private final DataSource database = new Login(url, "", "").dataSource();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void something_happened() {
        Migrations.carryOut(database, List.of(new ModuleSchema("event-store", 0)));
        JdbcClient.create(database)
                .sql("""
                        insert into event_store.domain_event (event_id, aggregate_type, aggregate_identifier,
                          sequence_number, recorded_at, payload_type, payload_revision, payload, metadata)
                        values (gen_random_uuid(), 'Lamp', gen_random_uuid(), 0, ?, 'lamp.LampLit', '1', '{}', '{}')
                        """)
                .param(NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void all_is_well_when_everything_is_as_it_was_sealed_and_the_kept_seals_are_there() throws IOException {
        sealADayLater();
        Path log = Files.writeString(
                folder.resolve("ecou.log"), new Seals(database).days().get(0).sentence() + "\n");

        assertThat(verify()).isZero();
        assertThat(verify("--against", log.toString())).isZero();
    }

    @Test
    void where_nothing_is_sealed_nothing_can_be_said() {
        assertThatThrownBy(this::verify)
                .isInstanceOf(CommandFailed.class)
                .hasMessage("Nothing of that is sealed: nothing can be said of it.");
    }

    @Test
    void what_is_found_counts_even_when_no_event_is_sealed_any_more() throws IOException {
        sealADayLater();
        String kept = new Seals(database).days().get(0).sentence();
        Path log = Files.writeString(folder.resolve("ecou.log"), kept + "\n");

        takeAway("event_store.event_seal");
        assertThat(verify()).isEqualTo(1);

        takeAway("event_store.day_seal");
        assertThat(verify("--against", log.toString())).isEqualTo(1);
    }

    private int verify(String... words) throws IOException {
        return new Verify().run(List.of(words), new MockEnvironment().withProperty("spring.datasource.url", url));
    }

    private void sealADayLater() {
        Clock later = Clock.fixed(NOON.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        new Sealing(database, transaction, () -> 1, () -> false, later).seal();
    }

    /** As somebody who may do everything, triggers included. */
    private void takeAway(String seals) {
        transaction.executeWithoutResult(status -> {
            JdbcClient client = JdbcClient.create(database);
            client.sql("set local session_replication_role = replica").update();
            client.sql("truncate " + seals).update();
        });
    }
}
