package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTests {

    @ParameterizedTest
    @CsvSource({
        "0, NEGATIVE",
        "6, NEGATIVE",
        "6.5, NEGATIVE",
        "7, NEUTRAL",
        "8, NEUTRAL",
        "8.5, NEUTRAL",
        "9, POSITIVE",
        "10, POSITIVE"
    })
    void promoters_begin_at_nine_and_detractors_end_below_seven(double value, Band band) {
        assertThat(Score.nps(value).band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "1-5, 1, NEGATIVE", "1-5, 2, NEGATIVE", "1-5, 3, NEUTRAL", "1-5, 4, POSITIVE", "1-5, 5, POSITIVE",
        "1-7, 3, NEUTRAL", "1-7, 6, POSITIVE", "0-10, 1, NEGATIVE", "0-10, 2, NEUTRAL", "0-1, 0, NEGATIVE",
        "0-1, 1, POSITIVE", "1-3, 1, NEGATIVE", "1-3, 2, NEUTRAL", "1-3, 3, POSITIVE"
    })
    void the_two_best_boxes_are_satisfied_and_the_two_worst_are_not(String scale, int value, Band band) {
        assertThat(Score.csat(value, Scale.of(scale)).band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "1-7, 1, NEGATIVE",
        "1-7, 3, NEGATIVE",
        "1-7, 4, NEUTRAL",
        "1-7, 5, POSITIVE",
        "1-5, 2, NEGATIVE",
        "1-5, 3, NEUTRAL",
        "1-5, 4, POSITIVE",
        "0-1, 0, NEGATIVE",
        "0-1, 1, POSITIVE"
    })
    void an_effort_of_the_worst_three_of_seven_is_too_much(String scale, int value, Band band) {
        assertThat(Score.ces(value, Scale.of(scale)).band()).isEqualTo(band);
    }

    @Test
    void nine_is_nine_however_it_is_written() {
        assertThat(score("9.0")).isEqualTo(score("9")).isEqualTo(Score.nps(9)).hasSameHashCodeAs(score("9.00"));
        assertThat(score("10").value()).hasToString("10");
    }

    @ParameterizedTest
    @CsvSource({
        "NPS, 0-10, 11, 11 is not on the scale 0-10",
        "NPS, 0-10, -1, -1 is not on the scale 0-10",
        "NPS, 0-10, 8.25, 8.25 is neither whole nor a half",
        "NPS, 1-5, 3, 'NPS is asked on 0-10, not on 1-5'",
        "CSAT, 1-5, 0, 0 is not on the scale 1-5",
        "CSAT, 1-5, 4.5, 4.5 is not a whole number",
        "CES, 1-7, 8, 8 is not on the scale 1-7",
        "CSAT, 1-5, 1e999999999, 1E+999999999 is not on the scale 1-5"
    })
    void what_is_off_the_scale_is_refused_by_name(Metric metric, String scale, BigDecimal value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(metric, value, Scale.of(scale)))
                .withMessage(message);
    }

    @Test
    void a_value_of_a_thousand_digits_does_not_fill_the_log() {
        var endless = new BigDecimal("4." + "3".repeat(1_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(Metric.CSAT, endless, new Scale(1, 5)))
                .withMessage("4.333333333333333333… is not a whole number");
    }

    private static Score score(String value) {
        return new Score(Metric.NPS, new BigDecimal(value), Scale.NPS);
    }
}
