package cx.ecou.insight.web;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static cx.ecou.insight.web.DashboardExamples.BAD;
import static cx.ecou.insight.web.DashboardExamples.FEW;
import static cx.ecou.insight.web.DashboardExamples.GOOD;
import static cx.ecou.insight.web.DashboardExamples.LOW;
import static cx.ecou.insight.web.DashboardExamples.compared;
import static cx.ecou.insight.web.DashboardExamples.member;
import static cx.ecou.insight.web.DashboardExamples.ofNps;
import static cx.ecou.insight.web.DashboardExamples.query;
import static cx.ecou.insight.web.DashboardExamples.tile;
import static cx.ecou.insight.web.DashboardExamples.withMembers;
import static cx.ecou.insight.web.DashboardExamples.withTrend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Series;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.components.Change;
import cx.ecou.webshell.components.IntervalBar;
import cx.ecou.webshell.components.Option;
import cx.ecou.webshell.testing.InEnglish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** What the template gets to show. */
@EcouTest
@ExtendWith(InEnglish.class)
class ViewsIT {

    @Autowired
    Wording wording;

    @Nested
    class Tiles {

        @Test
        void a_figure_stands_with_everything_that_belongs_to_it() {
            TileView tile = view(tile(Kpi.NPS, GOOD, BAD, 45.0));

            assertThat(tile.figure()).isEqualTo("5.0");
            assertThat(tile.n()).isEqualTo(1_000);
            assertThat(tile.previous()).isEqualTo("Sep 45.0");
            assertThat(tile.target()).isEqualTo("Target 45");
            assertThat(tile.interval()).isEqualTo("95%: −0.4 to 10.3");
            assertThat(tile.change()).isEqualTo(Change.points(-40.0, false));
            assertThat(tile.comparable()).isTrue();
        }

        @Test
        void a_low_base_is_marked_and_not_compared() {
            TileView tile = view(tile(Kpi.NPS, GOOD, LOW));

            assertThat(tile.lowBase()).isTrue();
            assertThat(tile.comparable()).isFalse();
            assertThat(tile.change()).isNull();
            assertThat(tile.figure()).isEqualTo("25.0");
        }

        @Test
        void a_hidden_figure_has_neither_value_nor_interval_nor_picture() {
            TileView tile = view(tile(Kpi.NPS, GOOD, FEW));

            assertThat(tile.figure()).isNull();
            assertThat(tile.interval()).isNull();
            assertThat(tile.bar()).isNull();
            assertThat(tile.n()).isEqualTo(4);
        }

        @Test
        void the_picture_has_room_for_interval_previous_value_and_target() {
            IntervalBar bar = view(tile(Kpi.NPS, GOOD, BAD, 60.0)).bar();

            assertThat(bar).isNotNull();
            assertThat(bar.from()).isLessThan(bar.low());
            assertThat(bar.to()).isGreaterThan(60);
            assertThat(bar.previous()).isEqualTo(45.0);
            assertThat(bar.sentence()).startsWith("5.0, 95% interval ").endsWith(", Sep 45.0, Target 60");
        }

        @Test
        void an_interval_of_a_single_point_can_be_drawn() {
            Answers allTheSame = answers(ONE_TO_SEVEN, 6, 40);

            IntervalBar bar = view(tile(Kpi.CES, allTheSame, allTheSame)).bar();

            assertThat(bar).isNotNull();
            assertThat(bar.to() - bar.from()).isCloseTo(0.2, within(1e-9));
        }

        @Test
        void the_change_of_a_mean_has_no_points() {
            Change change = view(tile(
                            Kpi.CES, answers(ONE_TO_SEVEN, 4, 100, 5, 100), answers(ONE_TO_SEVEN, 5, 100, 6, 100)))
                    .change();

            assertThat(change).isNotNull();
            assertThat(change.unit()).isEqualTo(Change.Unit.NONE);
            assertThat(change.decimals()).isEqualTo(2);
            assertThat(change.better()).isTrue();
        }

        @Test
        void the_tile_that_the_page_is_about_is_on() {
            assertThat(TileView.of(tile(Kpi.CSAT, csat(80, 20), csat(80, 20)), query(Kpi.CSAT), wording)
                            .on())
                    .isTrue();
            assertThat(TileView.of(tile(Kpi.CSAT, csat(80, 20), csat(80, 20)), query(Kpi.NPS), wording)
                            .on())
                    .isFalse();
        }

        private TileView view(KpiTile tile) {
            return TileView.of(tile, query(tile.kpi()), wording);
        }
    }

    @Nested
    class Trend {

        @Test
        void the_newest_month_comes_first_and_a_month_without_answers_is_no_gap() {
            TrendView trend = view(GOOD, Answers.none(Series.NPS), BAD);

            assertThat(trend.rows())
                    .extracting(
                            TrendView.Row::name,
                            TrendView.Row::shortName,
                            row -> row.point().value())
                    .containsExactly(
                            tuple("October 2026", "Oct", "5"),
                            tuple("September 2026", "Sep", null),
                            tuple("August 2026", "Aug 26", "45"));
            assertThat(trend.empty()).isFalse();
        }

        @Test
        void only_a_real_change_is_marked() {
            TrendView trend = view(GOOD, GOOD, BAD);

            assertThat(trend.rows().get(0).point().change()).isEqualTo("-40");
            assertThat(trend.rows().get(0).point().better()).isFalse();
            assertThat(trend.rows().get(0).point().words().change()).isEqualTo("−40.0, significant");
            assertThat(trend.rows().get(1).point().change()).isNull();
            assertThat(trend.rows().get(1).point().words().change()).isEqualTo("No significant change");
            assertThat(trend.rows().get(2).point().words().change()).isEmpty();
        }

        @Test
        void each_month_leads_to_its_voices() {
            assertThat(view(GOOD, BAD).rows().get(1).href())
                    .isEqualTo("/inbox?from=2026-09-01&to=2026-09-30&metric=NPS");
        }

        @Test
        void the_finding_is_told_to_who_does_not_see_the_picture() {
            assertThat(view(GOOD, BAD).summary()).isEqualTo("NPS by month, between 5.0 and 45.0, last 5.0.");
            assertThat(view(FEW, FEW).summary()).isEqualTo("There are no figures to show.");
        }

        @Test
        void without_any_answers_it_is_empty() {
            assertThat(view(Answers.none(Series.NPS), Answers.none(Series.NPS)).empty())
                    .isTrue();
        }

        private TrendView view(Answers... months) {
            return TrendView.of(withTrend(ofNps(GOOD, BAD), months), query(Kpi.NPS), wording);
        }
    }

    @Nested
    class Breakdown {

        @Test
        void each_member_leads_to_its_voices_others_do_not() {
            BreakdownView breakdown = view(member("delivery", 0, GOOD, BAD), member(null, 3, GOOD, GOOD));

            assertThat(breakdown.rows())
                    .extracting(BreakdownView.Row::name, BreakdownView.Row::href)
                    .containsExactly(
                            tuple("delivery", "/inbox?from=2026-10-01&to=2026-10-31&metric=NPS&touchpoint=delivery"),
                            tuple("3 other touchpoints", null));
        }

        @Test
        void the_dashed_line_is_the_total() {
            assertThat(view(member("delivery", 0, GOOD, BAD)).total()).isEqualTo("5");
        }

        @Test
        void the_finding_names_the_worst_and_the_best() {
            assertThat(view(member("delivery", 0, GOOD, BAD), member("chat", 0, GOOD, GOOD), member("fax", 0, FEW, FEW))
                            .summary())
                    .isEqualTo("NPS by touchpoint, from delivery at 5.0 to chat at 45.0.");
            assertThat(view(member("fax", 0, FEW, FEW)).summary()).isEqualTo("There are no figures to show.");
        }

        private BreakdownView view(MemberRow... rows) {
            return BreakdownView.of(withMembers(ofNps(GOOD, BAD), rows), query(Kpi.NPS), wording);
        }
    }

    @Nested
    class Reasons {

        @Test
        void the_largest_part_fills_the_width_and_points_in_its_direction() {
            ReasonsView reasons = view(GOOD, BAD);

            assertThat(reasons.real()).isTrue();
            assertThat(reasons.line()).isEqualTo("−40.0 points, by touchpoint");
            assertThat(reasons.rows().get(0).name()).isEqualTo("delivery");
            assertThat(reasons.rows().get(0).tone()).isEqualTo("negative");
            assertThat(reasons.rows().get(0).length()).isEqualTo(80.0);
            assertThat(reasons.rows().get(0).x()).isZero();
        }

        @Test
        void parts_of_both_directions_meet_in_the_middle() {
            var parts = List.of(
                    new Part("a", 0, -30, new Bands(0, 0, 5)),
                    new Part("b", 0, 10, new Bands(0, 0, 5)),
                    new Part("c", 0, 0, new Bands(0, 0, 5)));
            var dashboard = DashboardExamples.of(List.of(tile(Kpi.NPS, GOOD, BAD)), parts);

            assertThat(ReasonsView.of(dashboard, query(Kpi.NPS), wording).rows())
                    .extracting(ReasonsView.Row::tone, ReasonsView.Row::x, ReasonsView.Row::length)
                    .containsExactly(
                            tuple("negative", 0.0, 60.0), tuple("positive", 60.0, 20.0), tuple("neutral", 60.0, 1.0));
        }

        @Test
        void without_a_real_change_nothing_has_a_colour_and_nobody_is_to_be_heard() {
            ReasonsView reasons = view(nps(52, 27, 15), nps(52, 23, 12));

            assertThat(reasons.real()).isFalse();
            assertThat(reasons.line()).isEqualTo("No significant change, by touchpoint");
            assertThat(reasons.rows()).extracting(ReasonsView.Row::tone).containsOnly("neutral");
            assertThat(reasons.voices()).isNull();
        }

        @Test
        void the_unhappy_at_the_heaviest_part_are_to_be_heard() {
            assertThat(view(GOOD, BAD).voices())
                    .isEqualTo(new ReasonsView.Voices(
                            "350 detractors at delivery",
                            "/inbox?from=2026-10-01&to=2026-10-31&metric=NPS&band=NEGATIVE&touchpoint=delivery"));
        }

        @Test
        void after_a_rise_nobody_is_blamed() {
            assertThat(view(BAD, GOOD).voices()).isNull();
        }

        private ReasonsView view(Answers before, Answers now) {
            return ReasonsView.of(ofNps(before, now), query(Kpi.NPS), wording);
        }
    }

    @Nested
    class Legend {

        @Test
        void bands_name_the_answers_that_belong_to_them() {
            assertThat(BandView.of(Kpi.NPS, Scale.NPS, wording))
                    .containsExactly(
                            new BandView("positive", "Promoters", "9–10"),
                            new BandView("neutral", "Passives", "7–8"),
                            new BandView("negative", "Detractors", "0–6"));
            assertThat(BandView.of(Kpi.CES, new Scale(1, 7), wording))
                    .extracting(BandView::range)
                    .containsExactly("5–7", "4", "1–3");
        }

        @Test
        void a_scale_without_a_middle_has_no_neutral_answers() {
            assertThat(BandView.of(Kpi.CSAT, new Scale(0, 1), wording))
                    .extracting(BandView::range)
                    .containsExactly("1", "", "0");
        }
    }

    @Nested
    class Narrowing {

        private final Map<Dimension, List<String>> members =
                Map.of(Dimension.TOUCHPOINT, List.of("delivery", "returns"), Dimension.KIND, List.of("SURVEY"));

        @Test
        void what_has_members_can_be_chosen() {
            FilterView filters = FilterView.of(query(Kpi.NPS), members, Map.of(), wording);

            assertThat(filters.choices())
                    .extracting(FilterView.Choice::label, FilterView.Choice::chosen)
                    .containsExactly(tuple("Touchpoint", null), tuple("Kind", null));
            assertThat(filters.choices().get(1).members()).containsExactly(new Option("SURVEY", "Survey"));
            assertThat(filters.chips()).isEmpty();
        }

        @Test
        void what_is_chosen_is_a_chip_that_can_be_dropped() {
            var chosen = new Filters(
                    Map.of(Dimension.TOUCHPOINT, Set.of("delivery"), Dimension.PRODUCT, Set.of(Dimension.NOT_STATED)));

            FilterView filters = FilterView.of(query(Kpi.NPS).withFilters(chosen), members, Map.of(), wording);

            assertThat(filters.chips())
                    .extracting(FilterView.Chip::label, FilterView.Chip::value)
                    .containsExactly(tuple("Touchpoint", "delivery"), tuple("Product", "Not stated"));
            assertThat(filters.chips().get(0).href()).doesNotContain("delivery").contains("product=-");
            assertThat(filters.choices().get(0).chosen()).isEqualTo("delivery");
        }

        @Test
        void chosen_days_are_one_of_the_periods_while_they_are_chosen() {
            var days = Period.custom(DashboardExamples.OCTOBER, DashboardExamples.OCTOBER.plusDays(9));

            assertThat(FilterView.of(query(Kpi.NPS), members, Map.of(), wording).periods())
                    .hasSize(8)
                    .contains(new Option("last-month", "Last month"));
            assertThat(FilterView.of(query(Kpi.NPS, days), members, Map.of(), wording)
                            .periods())
                    .hasSize(9)
                    .contains(new Option("2026-10-01..2026-10-10", "1 Oct 2026 – 10 Oct 2026"));
        }
    }

    @Nested
    class TakenAlong {

        @Test
        void numbers_are_numbers_and_a_change_says_whether_it_is_real() {
            var dashboard = withTrend(ofNps(GOOD, BAD), GOOD, BAD);

            var rows = new ChartTable(dashboard, query(Kpi.NPS), wording).rows("trend");

            assertThat(rows.get(0))
                    .containsExactly("Month", "NPS", "From (95%)", "To (95%)", "n", "Change", "Significant");
            assertThat(rows.get(2)[0]).isEqualTo("2026-10");
            assertThat(rows.get(2)[1]).hasToString("5.00");
            assertThat(rows.get(2)[4]).isEqualTo(1_000L);
            assertThat(rows.get(2)[5]).hasToString("-40.00");
            assertThat(rows.get(2)[6]).isEqualTo("1");
        }

        @Test
        void what_is_hidden_on_the_page_is_hidden_in_the_file() {
            var dashboard = withMembers(withTrend(ofNps(GOOD, FEW), FEW), member("fax", 0, FEW, FEW));
            var table = new ChartTable(dashboard, query(Kpi.NPS), wording);

            assertThat(table.rows("trend").get(1)).containsExactly("2026-10", null, null, null, 4L, null, null);
            assertThat(table.rows("breakdown").get(1)).containsExactly("fax", null, null, null, 4L, null, null);
            assertThat(table.rows("distribution").get(1)).containsExactly("2026-10", null, null, null);
        }

        @Test
        void the_reasons_are_taken_along_with_their_signs() {
            var rows = new ChartTable(ofNps(GOOD, BAD), query(Kpi.NPS), wording).rows("reasons");

            assertThat(rows.get(0)).containsExactly("Touchpoint", "Contribution");
            assertThat(rows.get(1)[0]).isEqualTo("delivery");
            assertThat(rows.get(1)[1]).hasToString("-26.67");
        }
    }

    @Test
    void a_hidden_point_has_neither_value_nor_range() {
        Point point = Point.of(Kpi.NPS, compared(Kpi.NPS, FEW, FEW), wording);

        assertThat(point.hidden()).isTrue();
        assertThat(point.value()).isNull();
        assertThat(point.low()).isNull();
        assertThat(point.words().value()).isEmpty();
    }

    @Test
    void plain_numbers_have_a_point_and_no_more_than_three_decimals() {
        assertThat(Point.plain(1234567.8915)).isEqualTo("1234567.892");
        assertThat(Point.plain(-0.5)).isEqualTo("-0.5");
        assertThat(Point.plain(40.0)).isEqualTo("40");
        assertThat(Point.plain(null)).isNull();
    }

    @Test
    void satisfaction_asked_on_ten_boxes_is_shown_on_ten_boxes() {
        var oneToTen = new Series(Metric.CSAT, new Scale(1, 10));
        KpiTile tile = tile(Kpi.CSAT, answers(oneToTen, 9, 80, 2, 20), answers(oneToTen, 9, 80, 2, 20));

        assertThat(TileView.of(tile, query(Kpi.CSAT), wording).figure()).isEqualTo("80.0");
        assertThat(BandView.of(Kpi.CSAT, tile.scale(), wording).get(0).range()).isEqualTo("9–10");
    }
}
