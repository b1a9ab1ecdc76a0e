package cx.ecou.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class DashboardParametersTests {

    private static final Reporting WARSAW = new Reporting(ZoneId.of("Europe/Warsaw"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    @Test
    void without_anything_it_is_nps_of_the_last_thirty_days_by_touchpoint_as_known_now() {
        assertThat(read())
                .isEqualTo(new DashboardQuery(
                        Kpi.NPS, PeriodChoice.LAST_30_DAYS.on(TODAY), Dimension.TOUCHPOINT, Filters.NONE, null));
    }

    @Test
    void everything_that_the_address_says_is_understood() {
        DashboardQuery query = read(
                "kpi=ces",
                "period=last-quarter",
                "by=channel",
                "asOf=2026-11-02T09:14:00Z",
                "region=north",
                "region=south");

        assertThat(query)
                .isEqualTo(new DashboardQuery(
                        Kpi.CES,
                        PeriodChoice.LAST_QUARTER.on(TODAY),
                        Dimension.CHANNEL,
                        new Filters(Map.of(Dimension.REGION, Set.of("north", "south"))),
                        Instant.parse("2026-11-02T09:14:00Z")));
    }

    @Test
    void days_win_over_the_name_of_a_period() {
        assertThat(read("period=last-month", "from=2026-03-01", "to=2026-03-10").period())
                .isEqualTo(Period.custom(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10)));
        assertThat(read("from=2026-11-01").period()).isEqualTo(Period.custom(LocalDate.of(2026, 11, 1), TODAY));
        assertThat(read("to=2026-03-30").period())
                .isEqualTo(Period.custom(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 30)));
    }

    @Test
    void a_period_may_be_written_as_its_days() {
        Period days = read("period=2026-03-01..2026-03-10").period();

        assertThat(days).isEqualTo(Period.custom(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10)));
        assertThat(days.key()).isEqualTo("2026-03-01..2026-03-10");
    }

    @Test
    void empty_fields_of_a_form_say_nothing() {
        assertThat(read("from=", "to=", "touchpoint=", "asOf=", "period=this-year"))
                .isEqualTo(new DashboardQuery(
                        Kpi.NPS, PeriodChoice.THIS_YEAR.on(TODAY), Dimension.TOUCHPOINT, Filters.NONE, null));
    }

    @Test
    void a_local_time_is_one_of_the_reporting_time_zone() {
        assertThat(read("asOf=2026-11-02T09:14").asOf()).isEqualTo(Instant.parse("2026-11-02T08:14:00Z"));
    }

    @Test
    void a_dash_names_feedback_that_does_not_say() {
        assertThat(read("product=-").filters()).isEqualTo(Filters.only(Dimension.PRODUCT, Dimension.NOT_STATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi=happiness",
                "period=tomorrow",
                "by=colour",
                "asOf=now",
                "from=01.03.2026",
                "to=2026-13-01",
                "from=2026-11-11",
                "to=9999-01-01",
                "period=2026-03-10..2026-03-01",
                "period=2026-03-10..",
                "period=custom",
            })
    void what_cannot_be_read_falls_back_and_is_remembered(String pair) {
        var parameters = parameters(pair);

        DashboardQuery query = parameters.read();

        assertThat(parameters.isUnreadable()).isTrue();
        assertThat(query.kpi()).isEqualTo(Kpi.NPS);
        assertThat(query.period()).isEqualTo(PeriodChoice.LAST_30_DAYS.on(TODAY));
    }

    @Test
    void what_can_be_read_is_not_unreadable() {
        var parameters = parameters("kpi=csat", "utm_source=mail");
        parameters.read();

        assertThat(parameters.isUnreadable()).isFalse();
    }

    private static DashboardQuery read(String... pairs) {
        return parameters(pairs).read();
    }

    private static DashboardParameters parameters(String... pairs) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            parameters.add(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new DashboardParameters(parameters, WARSAW, TODAY);
    }
}
