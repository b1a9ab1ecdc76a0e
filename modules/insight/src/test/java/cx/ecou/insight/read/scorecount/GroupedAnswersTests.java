package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GroupedAnswersTests {

    private static final Scale FIVE = new Scale(1, 5);
    private static final Scale SEVEN = new Scale(1, 7);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    @Test
    void the_total_is_the_sum_of_the_groups() {
        var answers = by(new Grouping.ByDimension(Dimension.CHANNEL));
        answers.add(FIVE, "web", FOUR, 3);
        answers.add(FIVE, "store", FOUR, 4);
        answers.add(FIVE, "web", BigDecimal.ONE, 1);

        assertThat(answers.total(FIVE).n()).isEqualTo(8);
        assertThat(answers.total(FIVE).at(FOUR)).isEqualTo(7);
        assertThat(answers.groups(FIVE).keySet()).containsExactly("store", "web");
    }

    @Test
    void what_comes_twice_for_one_group_is_added() {
        var answers = by(Grouping.NONE);
        answers.add(FIVE, "", FOUR, 3);
        answers.add(FIVE, "", FOUR, 4);

        assertThat(answers.total(FIVE).at(FOUR)).isEqualTo(7);
    }

    @Test
    void each_scale_keeps_its_own_counts() {
        var answers = by(Grouping.NONE);
        answers.add(FIVE, "", FOUR, 3);
        answers.add(SEVEN, "", FOUR, 4);

        assertThat(answers.scales()).containsExactlyInAnyOrder(FIVE, SEVEN);
        assertThat(answers.total(FIVE).n()).isEqualTo(3);
        assertThat(answers.mostAnswered()).contains(SEVEN);
    }

    @Test
    void of_two_scales_with_as_many_answers_the_shorter_is_meant() {
        var answers = by(Grouping.NONE);
        answers.add(SEVEN, "", FOUR, 3);
        answers.add(FIVE, "", FOUR, 3);

        assertThat(answers.mostAnswered()).contains(FIVE);
    }

    @Test
    void of_two_equally_long_ones_the_lower() {
        var answers = by(Grouping.NONE);
        answers.add(new Scale(1, 5), "", FOUR, 3);
        answers.add(new Scale(0, 4), "", FOUR, 3);

        assertThat(answers.mostAnswered()).contains(new Scale(0, 4));
    }

    @Test
    void a_scale_that_nobody_used_has_no_answers_but_every_span() {
        var answers = by(new Grouping.BySpan(Span.MONTH));

        assertThat(answers.mostAnswered()).isEmpty();
        assertThat(answers.total(FIVE)).isEqualTo(Answers.none(new Series(Metric.CSAT, FIVE)));
        assertThat(answers.groups(FIVE))
                .hasSize(3)
                .allSatisfy((month, none) -> assertThat(none.n()).isZero());
    }

    @Test
    void spans_come_in_the_order_of_time() {
        var answers = by(new Grouping.BySpan(Span.MONTH));
        answers.add(FIVE, "2026-03", FOUR, 1);
        answers.add(FIVE, "2026-01", FOUR, 2);

        assertThat(answers.groups(FIVE).keySet()).containsExactly("2026-01", "2026-02", "2026-03");
    }

    private static GroupedAnswers by(Grouping grouping) {
        return new GroupedAnswers(new ScoreQuestion(
                Metric.CSAT, LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 1), Filters.NONE, grouping));
    }
}
