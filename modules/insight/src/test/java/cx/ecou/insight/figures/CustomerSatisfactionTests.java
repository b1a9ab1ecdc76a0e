package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_FIVE;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerSatisfactionTests {

    private static final Offset<Double> CENT = within(0.005);

    @ParameterizedTest(name = "{0} of {1} satisfied: {2} [{3}, {4}]")
    @CsvSource({
        "74, 107,  69.16, 59.87,  77.12",
        " 9,  10,  90.00, 59.58,  98.21",
        " 0,   5,   0.00,  0.00,  43.45",
        " 5,   5, 100.00, 56.55, 100.00",
    })
    void the_share_of_the_top_two_boxes_with_the_interval_of_wilson(
            long satisfied, long n, double value, double low, double high) {
        Figure figure = figure(Kpi.CSAT, csat(satisfied, n - satisfied));

        assertThat(figure.value()).isCloseTo(value, CENT);
        assertThat(figure.n()).isEqualTo(n);
        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().low()).isCloseTo(low, CENT);
        assertThat(figure.interval().high()).isCloseTo(high, CENT);
    }

    @Test
    void four_and_five_are_satisfied_on_one_to_five_and_three_is_not() {
        assertThat(figure(Kpi.CSAT, answers(ONE_TO_FIVE, 1, 1, 2, 1, 3, 6, 4, 1, 5, 1))
                        .value())
                .isCloseTo(20.0, CENT);
    }

    @ParameterizedTest(name = "on {0} the best {1} answers count")
    @CsvSource({"1-7, 2", "0-10, 2", "1-10, 2", "1-4, 2", "1-3, 1", "0-1, 1", "1-2, 1", "0-100, 2"})
    void the_top_two_boxes_are_those_of_the_questions_own_scale(String written, int boxes) {
        var scale = Scale.of(written);
        var series = new Series(Metric.CSAT, scale);
        Answers oneOfEach = Answers.none(series);
        for (int value = scale.low(); value <= scale.high(); value++) {
            oneOfEach = oneOfEach.plus(answers(series, value, 10));
        }

        assertThat(figure(Kpi.CSAT, oneOfEach).value()).isCloseTo(100.0 * boxes / scale.size(), CENT);
    }

    @Test
    void the_distribution_names_every_value_of_the_scale_also_those_nobody_chose() {
        assertThat(figure(Kpi.CSAT, csat(9, 1)).distribution().toString()).isEqualTo("{1=0, 2=1, 3=0, 4=0, 5=9}");
    }

    @Test
    void the_distribution_of_a_long_scale_names_only_what_was_answered() {
        var percent = new Series(Metric.CSAT, new Scale(0, 100));

        assertThat(figure(Kpi.CSAT, answers(percent, 100, 3, 80, 2, 7, 1))
                        .distribution()
                        .toString())
                .isEqualTo("{7=1, 80=2, 100=3}");
    }

    @Test
    void the_mean_stands_beside_it() {
        assertThat(figure(Kpi.CSAT, csat(9, 1)).mean()).isCloseTo(4.7, CENT);
    }

    @Test
    void it_is_version_one_of_its_definition() {
        assertThat(Kpi.CSAT.definition()).isEqualTo("csat/1");
    }
}
