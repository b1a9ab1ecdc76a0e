package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_FIVE;
import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AnswersTests {

    @Test
    void answers_of_one_series_are_counted_together() {
        assertThat(nps(1, 2, 3).plus(nps(10, 20, 30))).isEqualTo(nps(11, 22, 33));
    }

    @Test
    void scales_are_never_mixed() {
        var satisfiedOfSeven = answers(new Series(Metric.CSAT, new Scale(1, 7)), 7, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> csat(1, 1).plus(satisfiedOfSeven))
                .withMessageContaining("cannot be counted together");
    }

    @Test
    void metrics_are_never_mixed_either() {
        var effortOfFive = answers(new Series(Metric.CES, new Scale(1, 5)), 5, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> csat(1, 1).plus(effortOfFive));
    }

    @Test
    void adding_nothing_changes_nothing() {
        assertThat(csat(3, 4).plus(Answers.none(ONE_TO_FIVE))).isEqualTo(csat(3, 4));
    }

    @Test
    void n_is_everybody_who_answered() {
        assertThat(answers(ONE_TO_SEVEN, 1, 3, 7, 4).n()).isEqualTo(7);
        assertThat(Answers.none(ONE_TO_SEVEN).n()).isZero();
    }

    @Test
    void each_answer_lies_in_one_band() {
        Answers answers = nps(60, 25, 15);

        assertThat(answers.in(Band.POSITIVE)).isEqualTo(60);
        assertThat(answers.in(Band.NEUTRAL)).isEqualTo(25);
        assertThat(answers.in(Band.NEGATIVE)).isEqualTo(15);
    }

    @Test
    void nine_and_nine_point_zero_are_the_same_answer() {
        assertThat(answers(Series.NPS, 9, 1).plus(answers(Series.NPS, 9.0, 1)).at(new BigDecimal("9")))
                .isEqualTo(2);
    }

    @Test
    void a_negative_count_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> nps(-1, 0, 0));
    }
}
