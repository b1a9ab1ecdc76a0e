package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.ledger.Check;
import cx.ecou.eventstore.ledger.Ledger;
import cx.ecou.eventstore.processing.Reconciliation;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The alarm of the ledger, in the application as it is put together. */
@EcouTest
@TestPropertySource(properties = "test.world=ledger")
@ExtendWith(OutputCaptureExtension.class)
class LedgerAlarmIT {

    @Autowired
    Facts facts;

    @Autowired
    Ledger ledger;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Positions positions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void something_is_handled() {
        UUID lamp = Ids.next();
        facts.record(List.of(new Fact(lamp, "Lamp", new LampLit(lamp, 1, null))));
        assertThat(positions.await("lamp.log", positions.head(), Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void a_difference_shows_as_a_meter_and_in_the_log(CapturedOutput output) {
        reconciliation.lookAtNew();
        assertThat(gauge()).isZero();
        database.sql("update event_store.processor_place set events = events + 7 where processor = 'lamp.log'")
                .update();
        reconciliation.lookAtNew();

        assertThat(gauge()).isEqualTo(7);
        assertThat(output).contains("The ledger of lamp.log differs");
        ledger.beginAnew("lamp.log");
        reconciliation.lookAtNew();
        assertThat(gauge()).isZero();
    }

    @Test
    void somebody_looks_by_itself() {
        await().until(() -> !ledger.checks().isEmpty());
        assertThat(ledger.checks()).extracting(Check::processor).contains("lamp.log", "lamp.alarm");
        assertThat(database.sql("select task_name from event_store.scheduled_task order by 1")
                        .query(String.class)
                        .list())
                .contains("event-store.look-at-all", "event-store.look-at-new");
    }

    private double gauge() {
        return meters.get("ecou.ledger.differences")
                .tag("processor", "lamp.log")
                .gauge()
                .value();
    }
}
