package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.figure;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChangeTests {

    @Test
    void fifty_two_of_eighty_seven_promoters_against_fifty_two_of_ninety_four_is_no_significant_change() {
        Change change = change(Kpi.NPS, nps(52, 27, 15), nps(52, 23, 12));

        assertThat(change.difference()).isCloseTo(45.977 - 39.362, within(0.001));
        assertThat(change.z()).isCloseTo(0.605, within(0.0005));
        assertThat(change.isReal()).isFalse();
    }

    @Test
    void a_fall_of_eight_points_on_twelve_hundred_answers_each_is_a_real_change() {
        Change change = change(Kpi.NPS, nps(717, 283, 198), nps(712, 309, 263));

        assertThat(change.difference()).isCloseTo(-8.35, within(0.005));
        assertThat(change.isReal()).isTrue();
    }

    @Test
    void the_line_is_drawn_at_one_point_nine_six_on_both_sides() {
        assertThat(new Change(1, 1.96).isReal()).isTrue();
        assertThat(new Change(-1, -1.96).isReal()).isTrue();
        assertThat(new Change(1, 1.9599).isReal()).isFalse();
    }

    @Test
    void the_same_answers_twice_are_no_change_even_when_nothing_varies() {
        assertThat(change(Kpi.NPS, nps(40, 0, 0), nps(80, 0, 0))).isEqualTo(new Change(0, 0));
    }

    @Test
    void from_all_passives_to_all_promoters_leaves_no_doubt() {
        Change change = change(Kpi.NPS, nps(0, 40, 0), nps(40, 0, 0));

        assertThat(change.z()).isInfinite().isPositive();
        assertThat(change.isReal()).isTrue();
    }

    @Test
    void a_low_base_in_either_period_is_never_called_a_change() {
        Figure sound = figure(Kpi.NPS, nps(0, 0, 100));
        Figure low = figure(Kpi.NPS, nps(29, 0, 0));
        Figure hidden = figure(Kpi.NPS, nps(4, 0, 0));

        assertThat(Change.between(low, sound)).isEmpty();
        assertThat(Change.between(sound, low)).isEmpty();
        assertThat(Change.between(hidden, sound)).isEmpty();
    }

    @Test
    void shares_are_compared_in_points_of_percent() {
        Change change = change(Kpi.CSAT, csat(814, 186), csat(900, 100));

        assertThat(change.difference()).isCloseTo(8.6, within(0.0001));
        assertThat(change.z()).isCloseTo(8.6 / Math.hypot(1.2304, 0.9487), within(0.001));
        assertThat(change.isReal()).isTrue();
    }

    @Test
    void means_are_compared_in_points_of_their_scale() {
        Change change = change(Kpi.CES, answers(ONE_TO_SEVEN, 5, 50, 6, 50), answers(ONE_TO_SEVEN, 6, 50, 7, 50));

        assertThat(change.difference()).isCloseTo(1.0, within(1e-9));
        assertThat(change.isReal()).isTrue();
    }

    @Test
    void two_shares_with_sound_bases_are_compared_as_figures_are() {
        var before = new Share(240, 263);
        var after = new Share(221, 263);

        assertThat(Change.between(before, after, BaseRule.USUAL)).get().satisfies(change -> {
            assertThat(change.difference()).isCloseTo(-7.22, within(0.005));
            assertThat(change.isReal()).isTrue();
        });
        assertThat(Change.between(new Share(1, 29), after, BaseRule.USUAL)).isEmpty();
    }

    private static Change change(Kpi kpi, Answers earlier, Answers later) {
        return Change.between(figure(kpi, earlier), figure(kpi, later)).orElseThrow();
    }
}
