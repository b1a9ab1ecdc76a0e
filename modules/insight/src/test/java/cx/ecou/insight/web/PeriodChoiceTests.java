package cx.ecou.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodChoiceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    @ParameterizedTest(name = "{0}: {1} to {2}, compared with {3} to {4}")
    @CsvSource({
        "last-30-days, 2026-10-12, 2026-11-10, 2026-09-12, 2026-10-11",
        "last-90-days, 2026-08-13, 2026-11-10, 2026-05-15, 2026-08-12",
        "this-month,   2026-11-01, 2026-11-30, 2026-10-01, 2026-10-31",
        "last-month,   2026-10-01, 2026-10-31, 2026-09-01, 2026-09-30",
        "this-quarter, 2026-10-01, 2026-12-31, 2026-07-01, 2026-09-30",
        "last-quarter, 2026-07-01, 2026-09-30, 2026-04-01, 2026-06-30",
        "this-year,    2026-01-01, 2026-12-31, 2025-01-01, 2025-12-31",
        "last-year,    2025-01-01, 2025-12-31, 2024-01-01, 2024-12-31",
    })
    void a_period_is_compared_with_the_one_before_it(
            String name, LocalDate from, LocalDate to, LocalDate beforeFrom, LocalDate beforeTo) {
        Period period = PeriodChoice.named(name).orElseThrow().on(TODAY);

        assertThat(period).isEqualTo(new Period(period.choice(), from, to, beforeFrom, beforeTo));
        assertThat(period.choice().key()).isEqualTo(name);
    }

    @Test
    void chosen_days_are_compared_with_as_many_days_before_them() {
        assertThat(Period.custom(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10)))
                .isEqualTo(new Period(
                        PeriodChoice.CUSTOM,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 10),
                        LocalDate.of(2026, 2, 19),
                        LocalDate.of(2026, 2, 28)));
    }

    @Test
    void chosen_days_do_not_depend_on_a_day() {
        assertThatIllegalStateException().isThrownBy(() -> PeriodChoice.CUSTOM.on(TODAY));
    }

    @Test
    void other_names_are_unknown() {
        assertThat(PeriodChoice.named("LAST_MONTH")).isEmpty();
        assertThat(PeriodChoice.named("next-month")).isEmpty();
    }
}
