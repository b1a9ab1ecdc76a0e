package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YieldingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final AtomicLong nanos = new AtomicLong();
    private double perSecond;
    private final Yielding yielding = new Yielding(() -> perSecond, clock, nanos::get);

    @ParameterizedTest(name = "{0} events a second: rest {1} ms")
    @CsvSource({"0, 0", "500, 0", "1000, 0", "5000, 5", "10000, 20", "20000, 80", "40000, 1280", "60000, 6480"})
    void the_faster_events_come_in_the_longer_a_processor_rests(double perSecond, long rest) {
        this.perSecond = perSecond;

        assertThat(rested()).isEqualTo(Duration.ofMillis(rest));
    }

    @ParameterizedTest(name = "{0} ms of work: rest {1} ms")
    @CsvSource({"0, 80", "10, 80", "100, 400", "2000, 8000"})
    void whose_last_piece_of_work_was_long_rests_long_before_the_next(long worked, long rest) {
        perSecond = 20_000;

        assertThat(rested(Duration.ofMillis(worked))).isEqualTo(Duration.ofMillis(rest));
    }

    @Test
    void whoever_has_waited_for_events_has_rested() {
        perSecond = 20_000;
        Yielding.Turns turns = yielding.turns();
        turns.worked(Duration.ofMillis(100));
        passes(Duration.ofMillis(250));
        assertThat(turns.restBefore(NOW).left()).isEqualTo(Duration.ofMillis(150));

        passes(Duration.ofSeconds(1));
        assertThat(turns.restBefore(NOW).left()).isEqualTo(Duration.ofMillis(80));
    }

    @ParameterizedTest(name = "{0} who read: rest {1} ms")
    @CsvSource({"0, 20", "4, 20", "6, 30", "16, 80"})
    void the_more_read_the_longer_each_of_them_rests(int readers, long rest) {
        perSecond = 10_000;
        for (int i = 0; i < readers; i++) {
            yielding.joined();
        }

        assertThat(rested()).isEqualTo(Duration.ofMillis(rest));
    }

    @Test
    void who_has_stopped_reading_counts_no_more() {
        perSecond = 10_000;
        for (int i = 0; i < 8; i++) {
            yielding.joined();
        }
        for (int i = 0; i < 4; i++) {
            yielding.left();
        }

        assertThat(rested()).isEqualTo(Duration.ofMillis(20));
    }

    @ParameterizedTest(name = "{0} events a second: {1}")
    @CsvSource({"0, false", "9999, false", "10000, true", "50000, true"})
    void a_burst_is_when_those_who_read_rest_as_long_as_they_work(double perSecond, boolean burst) {
        this.perSecond = perSecond;

        assertThat(yielding.inBurst()).isEqualTo(burst);
    }

    @Test
    void when_the_burst_is_over_the_rest_is_too() {
        perSecond = 50_000;
        Yielding.Rest rest = before(NOW);
        assertThat(rest.left()).isPositive();
        passes(rest.left());

        perSecond = 100;

        assertThat(rest.left()).isZero();
    }

    @Test
    void it_is_looked_five_times_a_second_whether_the_burst_is_over() {
        perSecond = 50_000;

        assertThat(before(NOW).left()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void who_is_a_quarter_of_a_minute_behind_rests_no_more() {
        perSecond = 50_000;

        assertThat(before(NOW.minusSeconds(15)).left()).isPositive();
        assertThat(before(NOW.minusMillis(15_001)).left()).isZero();
    }

    @Test
    void a_rest_that_has_begun_ends_too_when_what_waits_is_a_quarter_of_a_minute_old() {
        perSecond = 50_000;
        Yielding.Rest rest = before(NOW);
        assertThat(rest.left()).isPositive();

        clock.set(NOW.plusMillis(15_001));

        assertThat(rest.left()).isZero();
    }

    private Duration rested() {
        return rested(Duration.ZERO);
    }

    private Duration rested(Duration worked) {
        long begun = nanos.get();
        Yielding.Rest rest = before(NOW, worked);
        for (Duration left = rest.left(); !left.isZero(); left = rest.left()) {
            passes(left);
        }
        return Duration.ofNanos(nanos.get() - begun);
    }

    private Yielding.Rest before(Instant written) {
        return before(written, Duration.ZERO);
    }

    private Yielding.Rest before(Instant written, Duration worked) {
        Yielding.Turns turns = yielding.turns();
        turns.worked(worked);
        return turns.restBefore(written);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
