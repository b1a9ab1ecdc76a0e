package cx.ecou.actionplan.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cx.ecou.actionplan.automation.NegativeScores.Reason;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NegativeScoresTests {

    private final NegativeScores usual = new NegativeScores(7, 2, 3);

    @ParameterizedTest
    @CsvSource({
        "NPS,  0,   0-10, URGENT",
        "NPS,  2,   0-10, URGENT",
        "NPS,  2.5, 0-10, URGENT",
        "NPS,  3,   0-10, HIGH",
        "NPS,  4.5, 0-10, HIGH",
        "NPS,  5,   0-10, NORMAL",
        "NPS,  6,   0-10, NORMAL",
        "NPS,  6.5, 0-10, NORMAL",
        "CSAT, 1,   1-5,  URGENT",
        "CSAT, 2,   1-5,  HIGH",
        "CSAT, 0,   0-1,  URGENT",
        "CSAT, 1,   1-3,  URGENT",
        "CSAT, 2,   1-10, HIGH",
        "CES,  1,   1-7,  URGENT",
        "CES,  2,   1-7,  HIGH",
        "CES,  3,   1-7,  NORMAL",
        "CES,  2,   1-5,  HIGH",
        "CES,  1,   1-2,  URGENT"
    })
    void the_worse_the_score_the_sooner_the_customer_must_hear_from_us(
            Metric metric, BigDecimal value, String scale, Priority priority) {
        var score = new Score(metric, value, Scale.of(scale));
        assertThat(usual.worstOf(List.of(score))).isEqualTo(new Reason(score, priority));
    }

    @ParameterizedTest
    @CsvSource({
        "NPS,  7,   0-10",
        "NPS,  10,  0-10",
        "CSAT, 3,   1-5",
        "CSAT, 5,   1-5",
        "CSAT, 1,   0-1",
        "CES,  4,   1-7",
        "CES,  3,   1-5",
        "CES,  2,   1-2"
    })
    void whoever_is_not_unhappy_opens_no_case(Metric metric, BigDecimal value, String scale) {
        assertThat(usual.worstOf(List.of(new Score(metric, value, Scale.of(scale)))))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("everyWholeScore")
    void by_default_a_case_is_opened_exactly_for_the_negative_band_of_the_figures(Score score) {
        assertThat(usual.worstOf(List.of(score)) != null).isEqualTo(score.band() == Band.NEGATIVE);
    }

    static Stream<Score> everyWholeScore() {
        Stream<Score> nps = IntStream.rangeClosed(0, 20).mapToObj(halves -> Score.nps(halves / 2.0));
        Stream<Score> others = Stream.of("0-1", "1-2", "1-3", "1-4", "1-5", "1-7", "0-10", "1-10", "0-100")
                .map(Scale::of)
                .flatMap(scale -> IntStream.rangeClosed(scale.low(), scale.high())
                        .boxed()
                        .flatMap(value -> Stream.of(Score.csat(value, scale), Score.ces(value, scale))));
        return Stream.concat(nps, others);
    }

    @Test
    void of_several_scores_the_most_severe_is_the_reason() {
        var effort = Score.ces(1, new Scale(1, 7));
        assertThat(usual.worstOf(List.of(Score.nps(6), Score.csat(2, new Scale(1, 5)), effort)))
                .isEqualTo(new Reason(effort, Priority.URGENT));
    }

    @Test
    void of_equally_severe_scores_the_recommendation_is_the_reason_however_they_are_ordered() {
        var nps = Score.nps(1);
        var csat = Score.csat(1, new Scale(1, 5));
        assertThat(usual.worstOf(List.of(csat, nps))).isEqualTo(new Reason(nps, Priority.URGENT));
        assertThat(usual.worstOf(List.of(nps, csat))).isEqualTo(new Reason(nps, Priority.URGENT));
    }

    @Test
    void without_a_score_there_is_no_case() {
        assertThat(usual.worstOf(List.of())).isNull();
    }

    @Test
    void a_company_may_draw_the_line_elsewhere() {
        var strict = new NegativeScores(9, 1, 0);
        assertThat(strict.worstOf(List.of(Score.nps(8.5)))).isEqualTo(new Reason(Score.nps(8.5), Priority.NORMAL));
        assertThat(strict.worstOf(List.of(Score.csat(2, new Scale(1, 5))))).isNull();
        assertThat(strict.worstOf(List.of(Score.ces(1, new Scale(1, 7))))).isNull();
    }

    @Test
    void a_line_that_cannot_be_drawn_is_refused_at_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeScores(-1, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeScores(11, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeScores(7, -1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NegativeScores(7, 2, 8))
                .withMessageContaining("ces-boxes");
    }
}
