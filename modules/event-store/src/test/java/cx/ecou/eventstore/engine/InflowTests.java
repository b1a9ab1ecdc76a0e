package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InflowTests {

    private final AtomicLong nanos = new AtomicLong();
    private final Inflow inflow = new Inflow(nanos::get);

    @Test
    void nothing_written_is_no_inflow() {
        passes(Duration.ofSeconds(1));

        assertThat(inflow.perSecond()).isZero();
    }

    @Test
    void a_steady_stream_is_known_after_a_few_seconds() {
        for (int i = 0; i < 50; i++) {
            inflow.count(990);
            passes(Duration.ofMillis(100));
            inflow.perSecond();
        }

        assertThat(inflow.perSecond()).isCloseTo(10_000, within(1.0));
    }

    @Test
    void many_small_transactions_are_much_work() {
        for (int i = 0; i < 2_000; i++) {
            inflow.count(1);
        }
        passes(Duration.ofSeconds(1));

        assertThat(inflow.perSecond()).isGreaterThan(15_000);
    }

    @Test
    void one_event_in_an_idle_hour_is_next_to_nothing() {
        passes(Duration.ofHours(1));
        inflow.count(1);

        assertThat(inflow.perSecond()).isLessThan(0.01);
    }

    @Test
    void a_burst_is_forgotten_seconds_after_its_end() {
        inflow.count(50_000);
        passes(Duration.ofSeconds(1));
        assertThat(inflow.perSecond()).isGreaterThan(40_000);

        passes(Duration.ofSeconds(3));
        assertThat(inflow.perSecond()).isLessThan(200);
    }

    @Test
    void asking_twice_at_one_moment_changes_nothing() {
        inflow.count(100);
        passes(Duration.ofMillis(10));
        double first = inflow.perSecond();

        assertThat(inflow.perSecond()).isEqualTo(first);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
