package cx.ecou.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.insight.read.scorecount.Span;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendWindowTests {

    @ParameterizedTest(name = "{0} to {1}: by {2} from {3}, {4} steps")
    @CsvSource({
        "2026-10-01, 2026-10-31, MONTH,   2025-11-01, 12",
        "2026-10-12, 2026-11-10, MONTH,   2025-12-01, 12",
        "2026-01-01, 2026-12-31, MONTH,   2026-01-01, 12",
        "2025-01-01, 2026-12-31, MONTH,   2025-01-01, 24",
        "2020-01-01, 2026-12-31, QUARTER, 2020-01-01, 28",
        "2001-01-01, 2026-12-31, YEAR,    2001-01-01, 26",
        "2026-11-02, 2026-11-15, WEEK,    2026-08-24, 12",
        "2026-11-10, 2026-11-10, DAY,     2026-10-28, 14",
        "2026-11-01, 2026-11-10, DAY,     2026-10-28, 14",
    })
    void a_period_is_shown_with_its_past_in_steps_that_fit_its_length(
            LocalDate from, LocalDate to, Span span, LocalDate first, int steps) {
        TrendWindow window = TrendWindow.of(Period.custom(from, to));

        assertThat(window).isEqualTo(new TrendWindow(span, first, to));
        assertThat(span.startsIn(window.from(), window.to())).hasSize(steps);
    }
}
