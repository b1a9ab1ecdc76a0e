package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class ProcessorMetersIT {

    private static final String PROCESSOR = "lamp.log";

    @Autowired
    Facts facts;

    @Autowired
    Positions positions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ProcessorMeters behind;

    @Autowired
    JdbcClient database;

    @Test
    void an_operator_sees_what_each_processor_has_done_and_that_it_is_not_behind() {
        double before = handled();
        facts.record(List.of(lit(), lit(), lit()));
        assertThat(positions.await(PROCESSOR, positions.head(), Duration.ofSeconds(10)))
                .isTrue();

        assertThat(handled() - before).isEqualTo(3);
        var batches =
                meters.get("ecou.processor.batches").tag("processor", PROCESSOR).functionTimer();
        assertThat(batches.count()).isPositive();
        assertThat(batches.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(meters.get("ecou.processor.lag.events")
                        .tag("processor", PROCESSOR)
                        .gauge()
                        .value())
                .isZero();
        assertThat(meters.get("ecou.events.stored").gauge().value()).isEqualTo(positions.head());
    }

    @Test
    void the_lag_of_a_processor_that_never_ran_is_the_age_of_the_first_event() {
        facts.record(List.of(lit()));
        database.sql("insert into event_store.processor_place (processor, position) values ('lamp.stopped', 0)")
                .update();

        assertThat(behind.events("lamp.stopped")).isEqualTo(positions.head());
        assertThat(behind.seconds("lamp.stopped")).isPositive();
    }

    private double handled() {
        return meters.get("ecou.processor.events")
                .tag("processor", PROCESSOR)
                .functionCounter()
                .count();
    }

    private static Fact lit() {
        UUID lamp = Ids.next();
        return new Fact(lamp, "Lamp", new LampLit(lamp, 40_000, null));
    }
}
