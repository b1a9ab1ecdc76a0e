package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CustomerEffortTests {

    private static final Offset<Double> CENT = within(0.005);

    /** 1 to 7 once each: mean 4, variance 28/6, t(6) = 2.446912. */
    private static final Answers ONE_OF_EACH = answers(ONE_TO_SEVEN, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1);

    @Test
    void the_mean_of_the_answers_with_the_interval_of_student() {
        Figure figure = figure(Kpi.CES, ONE_OF_EACH);

        assertThat(figure.value()).isCloseTo(4.0, CENT);
        assertThat(figure.standardError()).isCloseTo(0.8165, within(0.00005));
        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().low()).isCloseTo(4 - 2.446912 * 0.816497, within(0.0001));
        assertThat(figure.interval().high()).isCloseTo(4 + 2.446912 * 0.816497, within(0.0001));
    }

    @Test
    void the_share_of_five_and_more_stands_beside_it() {
        Share share = figure(Kpi.CES, ONE_OF_EACH).topShare();

        assertThat(share).isEqualTo(new Share(3, 7));
    }

    @Test
    void on_another_scale_the_share_takes_the_same_part_of_the_scale() {
        var oneToFive = new Series(Metric.CES, new Scale(1, 5));
        var yesOrNo = new Series(Metric.CES, new Scale(0, 1));

        assertThat(figure(Kpi.CES, answers(oneToFive, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5))
                        .topShare())
                .isEqualTo(new Share(9, 15));
        assertThat(figure(Kpi.CES, answers(yesOrNo, 0, 4, 1, 6)).topShare()).isEqualTo(new Share(6, 10));
    }

    @Test
    void when_all_gave_the_same_answer_the_interval_is_that_answer() {
        Figure figure = figure(Kpi.CES, answers(ONE_TO_SEVEN, 6, 40));

        assertThat(figure.interval()).isEqualTo(new Interval(6, 6));
        assertThat(figure.standardError()).isZero();
    }

    @Test
    void the_interval_never_leaves_the_scale() {
        Figure figure = figure(Kpi.CES, answers(ONE_TO_SEVEN, 7, 4, 1, 1));

        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().high()).isEqualTo(7.0);
    }

    @Test
    void a_single_answer_has_a_mean_but_no_interval() {
        Figure figure = Kpi.CES.of(answers(ONE_TO_SEVEN, 6, 1), new BaseRule(1, 30));

        assertThat(figure.value()).isEqualTo(6.0);
        assertThat(figure.interval()).isNull();
        assertThat(figure.standardError()).isNull();
    }

    @Test
    void two_answers_have_the_wide_interval_of_one_degree_of_freedom() {
        Figure figure =
                Kpi.CES.of(answers(new Series(Metric.CES, new Scale(0, 100)), 50, 1, 52, 1), new BaseRule(1, 30));

        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().high() - 51).isCloseTo(12.7062, within(0.0001));
    }

    @Test
    void it_is_version_one_of_its_definition() {
        assertThat(Kpi.CES.definition()).isEqualTo("ces/1");
        assertThat(Kpi.CES.usualSeries()).isEqualTo(ONE_TO_SEVEN);
    }
}
