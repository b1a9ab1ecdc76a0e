package cx.ecou.insight.web;

import static cx.ecou.insight.FeedbackExamples.ONE_TO_FIVE;
import static cx.ecou.insight.FeedbackExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.insight.FeedbackExamples;
import cx.ecou.insight.Intake;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.insight.read.scorecount.Span;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * March 2017 against February: 40 promoters in both months; in March 20 detractors about returns on top; satisfaction was
 * asked on 1–7 in February and on 1–5 in March; ten answers of March arrived in April.
 */
@EcouTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardFiguresIT {

    private static final Period MARCH = new Period(
            PeriodChoice.LAST_MONTH,
            LocalDate.of(2017, 3, 1),
            LocalDate.of(2017, 3, 31),
            LocalDate.of(2017, 2, 1),
            LocalDate.of(2017, 2, 28));

    @Autowired
    DashboardFigures figures;

    @Autowired
    Intake intake;

    @Autowired
    SettableClock clock;

    @BeforeAll
    void recordTwoMonths() {
        intake.recordAt("2017-03-01T08:00:00Z", many(40, on("2017-02-10", Score.nps(10), Score.csat(7, ONE_TO_SEVEN))));
        intake.recordAt("2017-04-01T08:00:00Z", many(30, on("2017-03-10", Score.nps(10), Score.csat(4, ONE_TO_FIVE))));
        intake.recordAt(
                "2017-04-01T08:00:00Z",
                many(20, on("2017-03-10", Score.nps(2)).at("returns").through("store")));
        intake.recordAt("2017-04-10T08:00:00Z", many(10, on("2017-03-31", Score.nps(10))));
        clock.set(Intake.NOON);
    }

    @AfterAll
    void setTheClockBack() {
        clock.set(Intake.NOON);
    }

    @Test
    void a_tile_compares_the_period_with_the_one_before() {
        KpiTile tile = march(Kpi.NPS).chosen();

        assertThat(tile.compared().now().n()).isEqualTo(60);
        assertThat(tile.compared().now().value()).isCloseTo(100.0 * 20 / 60, within(1e-9));
        assertThat(tile.compared().before().value()).isEqualTo(100.0);
        assertThat(tile.compared().realChange()).isNotNull();
    }

    @Test
    void the_scale_of_the_period_decides_and_another_scale_is_not_compared_with_it() {
        KpiTile tile = march(Kpi.CSAT).chosen();

        assertThat(tile.scale()).isEqualTo(ONE_TO_FIVE);
        assertThat(tile.compared().now().n()).isEqualTo(30);
        assertThat(tile.compared().before().n()).isZero();
        assertThat(tile.compared().change()).isNull();
    }

    @Test
    void without_answers_in_the_period_the_scale_of_the_one_before_is_taken() {
        var april = new Period(
                PeriodChoice.LAST_MONTH, LocalDate.of(2017, 4, 1), LocalDate.of(2017, 4, 30), MARCH.from(), MARCH.to());

        assertThat(figures.of(new DashboardQuery(Kpi.CSAT, april, Dimension.TOUCHPOINT, Filters.NONE, null))
                        .chosen()
                        .scale())
                .isEqualTo(ONE_TO_FIVE);
    }

    @Test
    void without_any_answers_the_usual_scale_is_meant() {
        assertThat(march(Kpi.CES).chosen().scale()).isEqualTo(new Scale(1, 7));
    }

    @Test
    void the_trend_looks_back_and_compares_each_month_with_the_one_before() {
        Dashboard dashboard = march(Kpi.NPS);

        assertThat(dashboard.span()).isEqualTo(Span.MONTH);
        assertThat(dashboard.trend()).hasSize(12);
        TrendPoint last = dashboard.trend().get(11);
        assertThat(last.from()).isEqualTo(MARCH.from());
        assertThat(last.to()).isEqualTo(MARCH.to());
        assertThat(last.compared().before().n()).isEqualTo(40);
        assertThat(last.bands()).isEqualTo(new Bands(40, 0, 20));
    }

    @Test
    void the_first_month_of_the_trend_is_compared_with_one_that_is_not_shown() {
        var february2018 = new Period(
                PeriodChoice.LAST_MONTH,
                LocalDate.of(2018, 2, 1),
                LocalDate.of(2018, 2, 28),
                LocalDate.of(2018, 1, 1),
                LocalDate.of(2018, 1, 31));

        TrendPoint march = figures.of(
                        new DashboardQuery(Kpi.NPS, february2018, Dimension.TOUCHPOINT, Filters.NONE, null))
                .trend()
                .get(0);

        assertThat(march.from()).isEqualTo(MARCH.from());
        assertThat(march.compared().before().n()).isEqualTo(40);
    }

    @Test
    void the_last_step_ends_with_the_period() {
        var days = Period.custom(LocalDate.of(2017, 3, 6), LocalDate.of(2017, 3, 22));

        TrendPoint last = figures.of(new DashboardQuery(Kpi.NPS, days, Dimension.TOUCHPOINT, Filters.NONE, null))
                .trend()
                .get(11);

        assertThat(last.from()).isEqualTo(LocalDate.of(2017, 3, 20));
        assertThat(last.to()).isEqualTo(LocalDate.of(2017, 3, 22));
    }

    @Test
    void the_reasons_add_up_to_the_change() {
        Dashboard dashboard = march(Kpi.NPS);
        Compared compared = dashboard.chosen().compared();

        assertThat(dashboard.parts()).extracting(Part::member).containsExactlyInAnyOrder("returns", "delivery");
        assertThat(dashboard.parts().stream().mapToDouble(Part::points).sum())
                .isCloseTo(Objects.requireNonNull(compared.change()).difference(), within(1e-9));
    }

    @Test
    void filters_narrow_the_tiles_the_trend_and_the_breakdown() {
        var filters = new Filters(Map.of(Dimension.CHANNEL, Set.of("store")));

        Dashboard dashboard = figures.of(new DashboardQuery(Kpi.NPS, MARCH, Dimension.TOUCHPOINT, filters, null));

        assertThat(dashboard.chosen().compared().now().n()).isEqualTo(20);
        assertThat(dashboard.trend().get(11).bands()).isEqualTo(new Bands(0, 0, 20));
        assertThat(dashboard.members()).extracting(MemberRow::member).containsExactly("returns");
        assertThat(dashboard.recommending()).isEqualTo(new Bands(0, 0, 20));
    }

    @Test
    void the_page_can_show_what_was_known_before_the_late_answers_came() {
        Dashboard then = march(Kpi.NPS, Instant.parse("2017-04-05T00:00:00Z"));

        assertThat(then.chosen().compared().now().n()).isEqualTo(50);
        assertThat(then.trend().get(11).compared().now().n()).isEqualTo(50);
        assertThat(then.asOf()).isEqualTo(Instant.parse("2017-04-05T00:00:00Z"));
        assertThat(march(Kpi.NPS).chosen().compared().now().n()).isEqualTo(60);
    }

    @Test
    void a_page_of_nothing_is_empty() {
        var before = Period.custom(LocalDate.of(1950, 1, 1), LocalDate.of(1950, 1, 31));

        assertThat(figures.of(new DashboardQuery(Kpi.NPS, before, Dimension.TOUCHPOINT, Filters.NONE, null))
                        .isEmpty())
                .isTrue();
        assertThat(march(Kpi.CES).isEmpty()).isFalse();
    }

    private Dashboard march(Kpi kpi) {
        return march(kpi, null);
    }

    private Dashboard march(Kpi kpi, @Nullable Instant asOf) {
        return figures.of(new DashboardQuery(kpi, MARCH, Dimension.TOUCHPOINT, Filters.NONE, asOf));
    }

    private static FeedbackExamples[] many(int times, FeedbackExamples feedback) {
        return Stream.generate(() -> feedback).limit(times).toArray(FeedbackExamples[]::new);
    }
}
