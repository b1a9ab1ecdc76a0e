package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTests {

    @ParameterizedTest(name = "{1} lies in the {0} {2} from {3} to {4}")
    @CsvSource({
        "DAY,     2026-07-25, 2026-07-25, 2026-07-25, 2026-07-25",
        "WEEK,    2026-07-25, 2026-W30,   2026-07-20, 2026-07-26",
        "WEEK,    2026-07-26, 2026-W30,   2026-07-20, 2026-07-26",
        "WEEK,    2026-07-27, 2026-W31,   2026-07-27, 2026-08-02",
        "WEEK,    2027-01-01, 2026-W53,   2026-12-28, 2027-01-03",
        "WEEK,    2024-12-30, 2025-W01,   2024-12-30, 2025-01-05",
        "MONTH,   2026-02-28, 2026-02,    2026-02-01, 2026-02-28",
        "MONTH,   2028-02-01, 2028-02,    2028-02-01, 2028-02-29",
        "QUARTER, 2026-07-01, 2026-Q3,    2026-07-01, 2026-09-30",
        "QUARTER, 2026-12-31, 2026-Q4,    2026-10-01, 2026-12-31",
        "YEAR,    2026-07-25, 2026,       2026-01-01, 2026-12-31",
    })
    void every_day_lies_in_one_span_with_one_key(Span span, LocalDate day, String key, LocalDate start, LocalDate end) {
        assertThat(span.startOf(day)).isEqualTo(start);
        assertThat(span.endOf(start)).isEqualTo(end);
        assertThat(span.keyOf(start)).isEqualTo(key);
    }

    @Test
    void a_period_touches_every_span_between_its_first_and_its_last_day() {
        assertThat(Span.MONTH.startsIn(LocalDate.of(2025, 11, 15), LocalDate.of(2026, 1, 1)))
                .containsExactly(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1));
        assertThat(Span.WEEK.startsIn(LocalDate.of(2026, 7, 26), LocalDate.of(2026, 7, 27)))
                .containsExactly(LocalDate.of(2026, 7, 20), LocalDate.of(2026, 7, 27));
        assertThat(Span.DAY.startsIn(LocalDate.of(2026, 7, 26), LocalDate.of(2026, 7, 26)))
                .containsExactly(LocalDate.of(2026, 7, 26));
    }

    @Test
    void counting_backwards_leads_to_earlier_spans() {
        assertThat(Span.MONTH.plus(LocalDate.of(2026, 1, 1), -2)).isEqualTo(LocalDate.of(2025, 11, 1));
        assertThat(Span.QUARTER.plus(LocalDate.of(2026, 1, 1), -1)).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(Span.YEAR.plus(LocalDate.of(2026, 1, 1), -1)).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void spans_are_known_by_their_names_in_addresses() {
        assertThat(Span.named("quarter")).contains(Span.QUARTER);
        assertThat(Span.named("QUARTER")).isEmpty();
        assertThat(Span.named("decade")).isEmpty();
    }
}
