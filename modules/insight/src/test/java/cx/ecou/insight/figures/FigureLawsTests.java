package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.figure;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for all answers, tried on a grid of them. */
class FigureLawsTests {

    private static final Offset<Double> EXACT = within(1e-9);

    static Stream<Answers> mixtures() {
        return IntStream.rangeClosed(0, 4)
                .boxed()
                .flatMap(promoters -> IntStream.rangeClosed(0, 4)
                        .boxed()
                        .flatMap(passives -> IntStream.rangeClosed(0, 4)
                                .mapToObj(detractors -> nps(promoters * 17L, passives * 11L, detractors * 7L))
                                .filter(answers -> answers.n() >= 5)));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void nps_lies_within_its_range_and_its_interval_as_well(Answers answers) {
        Figure figure = figure(Kpi.NPS, answers);

        assertThat(figure.value()).isBetween(-100.0, 100.0);
        assertThat(figure.interval()).isNotNull();
        assertThat(figure.interval().low()).isBetween(-100.0, figure.interval().high());
        assertThat(figure.interval().high()).isLessThanOrEqualTo(100.0);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void exchanging_promoters_and_detractors_turns_nps_round(Answers answers) {
        Map<String, Long> parts = figure(Kpi.NPS, answers).distribution();
        long promoters = parts.getOrDefault("promoters", 0L);
        long detractors = parts.getOrDefault("detractors", 0L);

        Figure mirrored = figure(Kpi.NPS, nps(detractors, answers.n() - promoters - detractors, promoters));
        Figure figure = figure(Kpi.NPS, answers);

        assertThat(mirrored.value()).isCloseTo(-valueOf(figure), EXACT);
        assertThat(mirrored.interval()).isNotNull();
        assertThat(figure.interval()).isNotNull();
        assertThat(mirrored.interval().low()).isCloseTo(-figure.interval().high(), EXACT);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void ten_times_the_same_answers_say_the_same_more_surely(Answers answers) {
        Answers tenfold =
                Stream.generate(() -> answers).limit(10).reduce(Answers::plus).orElseThrow();

        Figure once = figure(Kpi.NPS, answers);
        Figure tenTimes = figure(Kpi.NPS, tenfold);

        assertThat(tenTimes.value()).isCloseTo(valueOf(once), EXACT);
        assertThat(width(tenTimes)).isLessThan(width(once));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void the_parts_of_the_distribution_are_everybody(Answers answers) {
        assertThat(figure(Kpi.NPS, answers).distribution().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(answers.n());
    }

    @Test
    void a_share_and_its_opposite_are_mirror_images() {
        for (long n = 1; n <= 60; n += 7) {
            for (long hits = 0; hits <= n; hits++) {
                Interval share = new Share(hits, n).interval();
                Interval opposite = new Share(n - hits, n).interval();
                assertThat(share).isNotNull();
                assertThat(opposite).isNotNull();
                assertThat(share.low()).isCloseTo(100 - opposite.high(), EXACT);
            }
        }
    }

    @Test
    void the_interval_of_a_share_always_contains_it() {
        for (long n = 1; n <= 200; n += 13) {
            for (long hits = 0; hits <= n; hits += 3) {
                Share share = new Share(hits, n);
                assertThat(share.interval()).isNotNull();
                assertThat(share.percent())
                        .isBetween(
                                share.interval().low() - 1e-9, share.interval().high() + 1e-9);
            }
        }
    }

    @Test
    void one_more_satisfied_customer_never_lowers_csat() {
        double before = -1;
        for (long satisfied = 0; satisfied <= 50; satisfied++) {
            Double now = figure(Kpi.CSAT, csat(satisfied, 20)).value();
            assertThat(now).isNotNull().isGreaterThan(before);
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void a_change_and_its_return_cancel_out(Answers answers) {
        Figure there = figure(Kpi.NPS, answers.plus(nps(30, 30, 30)));
        Figure here = figure(Kpi.NPS, nps(60, 30, 40));

        Change forth = Change.between(here, there).orElseThrow();
        Change back = Change.between(there, here).orElseThrow();

        assertThat(forth.difference()).isCloseTo(-back.difference(), EXACT);
        assertThat(forth.z()).isCloseTo(-back.z(), EXACT);
        assertThat(forth.isReal()).isEqualTo(back.isReal());
    }

    @ParameterizedTest
    @EnumSource
    void contributions_add_up_whatever_the_groups_do(Kpi kpi) {
        for (int seed = 1; seed <= 40; seed++) {
            Map<String, Answers> before = groups(kpi, seed);
            Map<String, Answers> after = groups(kpi, seed * 31 + 7);

            double sum = Contributions.of(kpi, before, after).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();

            assertThat(sum).as("%s, %d", kpi, seed).isCloseTo(total(kpi, after) - total(kpi, before), within(1e-6));
        }
    }

    @Test
    void splitting_a_group_into_equal_halves_splits_its_contribution() {
        var before = Map.of("a", nps(60, 20, 20), "b", nps(30, 30, 30));
        var after = Map.of("a", nps(40, 20, 40), "b", nps(30, 30, 30));
        var beforeHalves = Map.of("a1", nps(30, 10, 10), "a2", nps(30, 10, 10), "b", nps(30, 30, 30));
        var afterHalves = Map.of("a1", nps(20, 10, 20), "a2", nps(20, 10, 20), "b", nps(30, 30, 30));

        double whole = Contributions.of(Kpi.NPS, before, after).getOrDefault("a", 0.0);
        Map<String, Double> halves = Contributions.of(Kpi.NPS, beforeHalves, afterHalves);

        assertThat(halves.get("a1")).isCloseTo(whole / 2, EXACT);
        assertThat(halves.get("a2")).isCloseTo(whole / 2, EXACT);
    }

    @Test
    void the_interval_of_a_mean_contains_it_and_narrows_with_the_root_of_n() {
        Figure hundred = figure(Kpi.CES, answers(ONE_TO_SEVEN, 4, 50, 6, 50));
        Figure tenThousand = figure(Kpi.CES, answers(ONE_TO_SEVEN, 4, 5000, 6, 5000));

        assertThat(hundred.value()).isEqualTo(5.0);
        assertThat(width(hundred) / width(tenThousand)).isCloseTo(10, within(0.2));
    }

    /** Four groups whose answers follow from the seed; one of them may be missing. */
    private static Map<String, Answers> groups(Kpi kpi, int seed) {
        List<Integer> values =
                kpi == Kpi.NPS ? List.of(2, 8, 10) : kpi == Kpi.CSAT ? List.of(1, 3, 5) : List.of(2, 4, 7);
        Map<String, Answers> groups = new HashMap<>();
        for (int group = 0; group < 4; group++) {
            if ((seed + group) % 5 != 0) {
                groups.put(
                        "group " + group,
                        answers(
                                kpi.usualSeries(),
                                values.get(0),
                                seed * (group + 1) % 17,
                                values.get(1),
                                seed * (group + 3) % 13 + 1,
                                values.get(2),
                                seed * (group + 2) % 29));
            }
        }
        return groups;
    }

    private static double total(Kpi kpi, Map<String, Answers> groups) {
        return kpi.value(groups.values().stream().reduce(Answers::plus).orElseThrow());
    }

    private static double valueOf(Figure figure) {
        return Objects.requireNonNull(figure.value());
    }

    private static double width(Figure figure) {
        Interval interval = figure.interval();
        return interval == null ? Double.NaN : interval.high() - interval.low();
    }
}
