package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

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
    void a_steady_stream_is_what_comes_in_a_second() {
        for (int i = 0; i < 5_000; i++) {
            inflow.count(90);
            passes(Duration.ofMillis(10));
        }

        assertThat(inflow.perSecond()).isCloseTo(10_000, withinPercentage(3));
    }

    @Test
    void many_small_transactions_are_much_work() {
        for (int i = 0; i < 2_000; i++) {
            inflow.count(1);
            passes(Duration.ofNanos(500_000));
        }

        assertThat(inflow.perSecond()).isGreaterThan(15_000);
    }

    @Test
    void one_event_is_next_to_nothing() {
        inflow.count(1);

        assertThat(inflow.perSecond()).isLessThan(50);
        passes(Duration.ofSeconds(3));
        assertThat(inflow.perSecond()).isLessThan(0.01);
    }

    @Test
    void a_burst_is_seen_by_its_first_transactions_after_however_long_a_silence() {
        passes(Duration.ofHours(1));

        for (int i = 0; i < 4; i++) {
            inflow.count(1_000);
            passes(Duration.ofMillis(20));
        }

        assertThat(inflow.perSecond()).isGreaterThan(10_000);
    }

    @Test
    void a_burst_is_forgotten_seconds_after_its_end() {
        inflow.count(50_000);
        assertThat(inflow.perSecond()).isGreaterThan(100_000);

        passes(Duration.ofSeconds(2));

        assertThat(inflow.perSecond()).isLessThan(100);
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
