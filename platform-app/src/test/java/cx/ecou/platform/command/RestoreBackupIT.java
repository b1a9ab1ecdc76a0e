package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.ledger.Entry;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.ledger.Tally;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code restore} says of a database that it has brought back. */
class RestoreBackupIT {

    private final DataSource restored = TestDatabase.fresh();
    private final Ledger ledger = new Ledger(JdbcClient.create(restored));

    @BeforeEach
    void it_is_there_again() {
        Migrations.carryOut(restored, List.of(new ModuleSchema("event-store", 0)));
    }

    @Test
    void a_ledger_that_differed_at_the_moment_of_the_backup_is_found() {
        var entry = new Entry("lamp.log", 0, 9, new Tally(3, 7), Tally.NONE);

        ledger.record(entry, new Tally(3, 7));
        assertThat(RestoreBackup.verify(restored)).isZero();

        ledger.record(entry, new Tally(4, 5));
        assertThat(RestoreBackup.verify(restored)).isEqualTo(1);
    }
}
