package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.figure;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetPromoterScoreTests {

    private static final Offset<Double> CENT = within(0.005);

    @ParameterizedTest(name = "{0} promoters, {1} passives, {2} detractors: {3} [{4}, {5}]")
    @CsvSource({
        "60, 25, 15,  45.00,  29.34, 58.04",
        "50, 30, 20,  30.00,  14.05, 44.20",
        " 5,  3,  2,  30.00, -19.05, 65.20",
        "10,  0,  0, 100.00,  47.50, 100.00",
    })
    void promoters_less_detractors_with_the_adjusted_wald_interval(
            long promoters, long passives, long detractors, double value, double low, double high) {
        Figure figure = figure(Kpi.NPS, nps(promoters, passives, detractors));

        assertThat(figure.value()).isCloseTo(value, CENT);
        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().low()).isCloseTo(low, CENT);
        assertThat(figure.interval().high()).isCloseTo(high, CENT);
    }

    @ParameterizedTest(name = "{0} promoters, {1} passives, {2} detractors: standard error {3}")
    @CsvSource({"60, 25, 15, 7.399", "50, 30, 20, 7.810"})
    void the_standard_error_is_the_plain_one(long promoters, long passives, long detractors, double error) {
        assertThat(figure(Kpi.NPS, nps(promoters, passives, detractors)).standardError())
                .isCloseTo(error, within(0.0005));
    }

    @Test
    void six_and_a_half_is_a_detractor_and_eight_and_a_half_a_passive() {
        Figure figure = figure(Kpi.NPS, answers(Series.NPS, 6.5, 10, 7, 10, 8.5, 10, 9, 10));

        assertThat(figure.distribution())
                .containsExactly(entry("promoters", 10L), entry("passives", 20L), entry("detractors", 10L));
        assertThat(figure.value()).isZero();
    }

    @Test
    void nothing_but_passives_is_zero_not_nothing() {
        Figure figure = figure(Kpi.NPS, nps(0, 40, 0));

        assertThat(figure.value()).isZero();
        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().low()).isEqualTo(-figure.interval().high(), CENT);
    }

    @Test
    void nothing_but_detractors_is_minus_one_hundred_and_the_interval_stops_there() {
        Figure figure = figure(Kpi.NPS, nps(0, 0, 40));

        assertThat(figure.value()).isEqualTo(-100.0);
        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().low()).isEqualTo(-100.0);
        assertThat(figure.interval().high()).isLessThan(-80.0);
    }

    @Test
    void the_mean_stands_beside_it() {
        assertThat(figure(Kpi.NPS, answers(Series.NPS, 10, 30, 5, 10)).mean()).isCloseTo(8.75, CENT);
    }

    @Test
    void it_has_no_top_share_because_it_is_not_a_share() {
        assertThat(figure(Kpi.NPS, nps(60, 25, 15)).topShare()).isNull();
    }

    @Test
    void it_is_version_one_of_its_definition() {
        assertThat(Kpi.NPS.definition()).isEqualTo("nps/1");
    }
}
