package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.figure;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BaseRuleTests {

    @ParameterizedTest(name = "{0} answers: {1}")
    @CsvSource({"0, HIDDEN", "1, HIDDEN", "4, HIDDEN", "5, LOW", "29, LOW", "30, SOUND", "1000000, SOUND"})
    void below_five_is_hidden_and_below_thirty_a_low_base(long n, Base base) {
        assertThat(BaseRule.USUAL.of(n)).isEqualTo(base);
    }

    @Test
    void a_hidden_figure_says_how_many_answered_and_nothing_else() {
        assertThat(figure(Kpi.NPS, nps(2, 1, 1))).isEqualTo(Figure.hidden(4));
    }

    @ParameterizedTest
    @EnumSource
    void without_answers_every_figure_is_hidden(Kpi kpi) {
        Figure figure = figure(kpi, Answers.none(kpi.usualSeries()));

        assertThat(figure.n()).isZero();
        assertThat(figure.hidden()).isTrue();
        assertThat(figure.lowBase()).isFalse();
        assertThat(figure.value()).isNull();
        assertThat(figure.distribution()).isEmpty();
    }

    @Test
    void five_answers_are_shown_and_marked() {
        Figure figure = figure(Kpi.NPS, nps(2, 2, 1));

        assertThat(figure.hidden()).isFalse();
        assertThat(figure.lowBase()).isTrue();
        assertThat(figure.value()).isEqualTo(20.0);
    }

    @Test
    void a_company_may_hide_more_or_less() {
        assertThat(new BaseRule(10, 50).of(9)).isEqualTo(Base.HIDDEN);
        assertThat(new BaseRule(10, 50).of(49)).isEqualTo(Base.LOW);
        assertThat(new BaseRule(1, 1).of(1)).isEqualTo(Base.SOUND);
    }

    @Test
    void but_nothing_is_shown_without_answers_and_marks_do_not_overtake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BaseRule(0, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new BaseRule(10, 9));
    }
}
