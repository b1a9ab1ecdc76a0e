package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingTests {

    @ParameterizedTest
    @CsvSource({
        "Europe/Warsaw, 2026-07-24T22:00:00Z, 2026-07-25",
        "Europe/Warsaw, 2026-07-24T21:59:59Z, 2026-07-24",
        "Europe/Warsaw, 2026-01-24T22:30:00Z, 2026-01-24",
        "UTC, 2026-07-24T23:59:59Z, 2026-07-24",
        "America/Sao_Paulo, 2026-07-25T02:59:59Z, 2026-07-24"
    })
    void a_day_begins_at_midnight_where_the_company_reports(ZoneId zone, Instant instant, LocalDate day) {
        assertThat(new Reporting(zone).dayOf(instant)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Warsaw, 2026-03-29, 2026-03-28T23:00:00Z",
        "Europe/Warsaw, 2026-03-30, 2026-03-29T22:00:00Z",
        "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z"
    })
    void a_day_without_a_midnight_begins_at_its_first_moment(ZoneId zone, LocalDate day, Instant start) {
        var reporting = new Reporting(zone);

        assertThat(reporting.startOf(day)).isEqualTo(start);
        assertThat(reporting.dayOf(start)).isEqualTo(day);
        assertThat(reporting.dayOf(start.minusNanos(1))).isEqualTo(day.minusDays(1));
    }
}
