package cx.ecou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class YearTests {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant NOW = Instant.parse("2026-04-15T12:00:00Z");

    private final List<Instant> moments = Year.before(NOW, WARSAW, 20_000);

    @Test
    void a_year_holds_about_twenty_thousand_moments_in_their_order() {
        assertThat(moments).hasSizeBetween(19_900, 20_000).isSorted();
    }

    @Test
    void it_ends_now_and_begins_twelve_months_ago() {
        assertThat(moments.get(moments.size() - 1)).isBetween(NOW.minus(Duration.ofHours(3)), NOW);
        assertThat(moments.get(0)).isBetween("2025-04-15T22:00:00Z", "2025-04-16T12:00:00Z");
    }

    @Test
    void more_is_said_before_christmas_and_less_in_summer() {
        assertThat(saidIn(YearMonth.of(2025, 12))).isGreaterThan(saidIn(YearMonth.of(2026, 3)) * 3 / 2);
        assertThat(saidIn(YearMonth.of(2025, 7))).isLessThan(saidIn(YearMonth.of(2026, 3)) * 4 / 5);
    }

    private long saidIn(YearMonth month) {
        return moments.stream()
                .filter(moment ->
                        YearMonth.from(LocalDate.ofInstant(moment, WARSAW)).equals(month))
                .count();
    }

    @Test
    void the_same_moment_gives_the_same_year() {
        assertThat(Year.before(NOW, WARSAW, 20_000)).isEqualTo(moments);
    }
}
