package cx.ecou.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.AnswersExamples;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Series;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTests {

    @Test
    void the_worst_comes_first_and_the_hidden_last() {
        var now = Map.of(
                "ordering", AnswersExamples.nps(80, 10, 10),
                "delivery", AnswersExamples.nps(10, 10, 80),
                "chat", AnswersExamples.nps(4, 0, 0));

        assertThat(members(Map.of(), now).rows())
                .extracting(MemberRow::member)
                .containsExactly("delivery", "ordering", "chat");
    }

    @Test
    void beyond_the_twelve_largest_all_others_are_one_row() {
        Map<String, Answers> now = new HashMap<>();
        for (int i = 1; i <= 20; i++) {
            now.put("product %02d".formatted(i), AnswersExamples.nps(i * 10L, 0, 0));
        }

        var rows = members(Map.of(), now).rows();

        assertThat(rows).hasSize(12);
        assertThat(rows).filteredOn(row -> row.member() == null).singleElement().satisfies(row -> {
            assertThat(row.others()).isEqualTo(9);
            assertThat(row.compared().now().n()).isEqualTo(450);
        });
    }

    @Test
    void twelve_members_stay_single() {
        Map<String, Answers> now = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            now.put("product " + i, AnswersExamples.nps(i, 0, 0));
        }

        assertThat(members(Map.of(), now).rows())
                .hasSize(12)
                .extracting(MemberRow::member)
                .doesNotContainNull();
    }

    @Test
    void parts_add_up_with_the_others_together() {
        Map<String, Answers> before = new HashMap<>();
        Map<String, Answers> now = new HashMap<>();
        for (int i = 1; i <= 8; i++) {
            before.put("touchpoint " + i, AnswersExamples.nps(60, 20, 20));
            now.put("touchpoint " + i, AnswersExamples.nps(60 - 5L * i, 20, 20 + 5L * i));
        }

        var parts = members(before, now).parts();

        assertThat(parts).hasSize(5);
        assertThat(parts.get(0).member()).isEqualTo("touchpoint 8");
        assertThat(parts.get(4)).satisfies(others -> {
            assertThat(others.member()).isNull();
            assertThat(others.others()).isEqualTo(4);
        });
        assertThat(parts.stream().mapToDouble(Part::points).sum()).isCloseTo(-45.0, within(1e-9));
    }

    @Test
    void members_of_a_few_answers_are_never_told_apart() {
        var before = Map.of("ordering", AnswersExamples.nps(60, 20, 20), "chat", AnswersExamples.nps(4, 0, 0));
        var now = Map.of("ordering", AnswersExamples.nps(60, 20, 20), "chat", AnswersExamples.nps(0, 0, 4));

        assertThat(members(before, now).parts()).extracting(Part::member).containsExactly("ordering", null);
    }

    @Test
    void without_a_period_before_nothing_is_explained() {
        assertThat(members(Map.of(), Map.of("ordering", AnswersExamples.nps(60, 20, 20)))
                        .parts())
                .isEmpty();
    }

    @Test
    void members_that_overlap_add_up_to_nothing_and_only_the_largest_are_shown() {
        Map<String, Answers> many = new HashMap<>();
        for (int i = 0; i < 14; i++) {
            many.put("segment-%02d".formatted(i), AnswersExamples.nps(30 + i, 0, 0));
        }

        var members = new Members(Kpi.NPS, Series.NPS, BaseRule.USUAL, true, Map.of(), many);

        assertThat(members.parts()).isEmpty();
        assertThat(members.rows())
                .hasSize(12)
                .noneMatch(row -> row.member() == null || row.member().equals("segment-00"));
    }

    private static Members members(Map<String, Answers> before, Map<String, Answers> now) {
        return new Members(Kpi.NPS, Series.NPS, BaseRule.USUAL, false, before, now);
    }
}
