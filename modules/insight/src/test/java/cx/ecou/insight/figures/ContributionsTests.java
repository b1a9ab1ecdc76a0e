package cx.ecou.insight.figures;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContributionsTests {

    @Test
    void the_parts_add_up_to_the_change_of_the_total() {
        var earlier = Map.of("delivery", nps(90, 30, 40), "ordering", nps(200, 60, 30), "returns", nps(8, 4, 9));
        var later = Map.of("delivery", nps(40, 39, 92), "ordering", nps(220, 66, 32), "returns", nps(10, 8, 6));

        var parts = Contributions.of(Kpi.NPS, earlier, later);

        assertThat(parts).containsOnlyKeys("delivery", "ordering", "returns");
        assertThat(sum(parts.values()))
                .isCloseTo(value(Kpi.NPS, later.values()) - value(Kpi.NPS, earlier.values()), within(1e-9));
        assertThat(parts.get("delivery")).isLessThan(-10.0);
        assertThat(parts.get("returns")).isBetween(-3.0, 3.0);
    }

    @Test
    void with_unchanged_shares_a_group_adds_its_own_change_times_its_share() {
        var earlier = Map.of("shop", nps(50, 50, 0), "web", nps(100, 200, 0));
        var later = Map.of("shop", nps(30, 70, 0), "web", nps(100, 200, 0));

        var parts = Contributions.of(Kpi.NPS, earlier, later);

        assertThat(parts.get("shop")).isCloseTo(-20.0 * 100 / 400, within(1e-9));
        assertThat(parts.get("web")).isCloseTo(0, within(1e-9));
    }

    @Test
    void a_shift_towards_a_worse_group_is_charged_to_the_groups_that_shifted() {
        var earlier = Map.of("good", nps(90, 10, 0), "bad", nps(0, 0, 10));
        var later = Map.of("good", nps(45, 5, 0), "bad", nps(0, 0, 50));

        var parts = Contributions.of(Kpi.NPS, earlier, later);

        assertThat(parts.get("good")).isNegative();
        assertThat(parts.get("bad")).isNegative();
        assertThat(sum(parts.values())).isCloseTo(-5.0 - (90.0 - 10.0) / 110 * 100, within(1e-9));
    }

    @Test
    void a_new_group_adds_its_share_times_its_distance_from_the_total() {
        var earlier = Map.of("shop", nps(60, 20, 20));
        var later = Map.of("shop", nps(60, 20, 20), "chat", nps(0, 0, 100));

        var parts = Contributions.of(Kpi.NPS, earlier, later);

        assertThat(parts.get("chat")).isCloseTo(0.5 * (-100 - (40.0 + -30.0) / 2), within(1e-9));
        assertThat(sum(parts.values())).isCloseTo(-70.0, within(1e-9));
    }

    @Test
    void a_group_that_went_away_adds_too() {
        var earlier = Map.of("shop", nps(60, 20, 20), "chat", nps(0, 0, 100));
        var later = Map.of("shop", nps(60, 20, 20));

        assertThat(sum(Contributions.of(Kpi.NPS, earlier, later).values())).isCloseTo(70.0, within(1e-9));
    }

    @Test
    void shares_and_means_add_up_as_well() {
        var satisfiedBefore = Map.of("a", csat(80, 20), "b", csat(10, 30));
        var satisfiedAfter = Map.of("a", csat(70, 40), "b", csat(50, 1));
        var easyBefore = Map.of("a", answers(ONE_TO_SEVEN, 6, 7, 2, 5), "b", answers(ONE_TO_SEVEN, 4, 9));
        var easyAfter = Map.of("a", answers(ONE_TO_SEVEN, 7, 7), "b", answers(ONE_TO_SEVEN, 1, 3, 4, 9));

        assertThat(sum(Contributions.of(Kpi.CSAT, satisfiedBefore, satisfiedAfter)
                        .values()))
                .isCloseTo(100.0 * 120 / 161 - 100.0 * 90 / 140, within(1e-9));
        assertThat(sum(Contributions.of(Kpi.CES, easyBefore, easyAfter).values()))
                .isCloseTo((49.0 + 39) / 19 - (52.0 + 36) / 21, within(1e-9));
    }

    @Test
    void without_answers_in_one_of_the_periods_nothing_is_explained() {
        var some = Map.of("shop", nps(60, 20, 20));
        var none = Map.of("shop", Answers.none(Series.NPS));

        assertThat(Contributions.of(Kpi.NPS, Map.of(), some)).isEmpty();
        assertThat(Contributions.of(Kpi.NPS, some, none)).isEmpty();
    }

    @Test
    void a_group_that_never_answered_adds_nothing() {
        var earlier = Map.of("shop", nps(10, 0, 0), "fax", Answers.none(Series.NPS));
        var later = Map.of("shop", nps(5, 5, 0), "fax", Answers.none(Series.NPS));

        assertThat(Contributions.of(Kpi.NPS, earlier, later)).contains(entry("fax", 0.0));
    }

    private static double value(Kpi kpi, Collection<Answers> groups) {
        return kpi.value(groups.stream().reduce(Answers::plus).orElseThrow());
    }

    private static double sum(Collection<Double> parts) {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
