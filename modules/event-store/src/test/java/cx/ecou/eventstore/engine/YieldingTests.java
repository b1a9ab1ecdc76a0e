package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YieldingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @ParameterizedTest(name = "{0} events a second, a batch of {1} ms: rest {2} ms")
    @CsvSource({
        "0, 100, 0",
        "500, 10, 0",
        "1000, 100, 0",
        "5000, 100, 25",
        "10000, 100, 100",
        "30000, 100, 900",
        "1000000, 50, 2500",
        "1000000, 900, 5000"
    })
    void the_faster_events_come_in_the_longer_a_processor_rests(double perSecond, long worked, long rest) {
        var yielding = new Yielding(() -> perSecond, CLOCK);

        assertThat(yielding.rest(Duration.ofMillis(worked), NOW)).isEqualTo(Duration.ofMillis(rest));
    }

    @Test
    void who_is_a_quarter_of_a_minute_behind_rests_no_more() {
        var yielding = new Yielding(() -> 50_000, CLOCK);

        assertThat(yielding.rest(Duration.ofMillis(100), NOW.minusSeconds(15))).isPositive();
        assertThat(yielding.rest(Duration.ofMillis(100), NOW.minusMillis(15_001)))
                .isZero();
    }
}
