package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Metric;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreCountQueryTests {

    private static final Grouping BY_MONTH = new Grouping.BySpan(Span.MONTH);
    private static final Grouping BY_CHANNEL = new Grouping.ByDimension(Dimension.CHANNEL);

    @Test
    void a_question_about_everything_reads_the_total() {
        assertThat(query(Filters.NONE, BY_MONTH, null).params()).containsEntry("countedBy", "total");
    }

    @Test
    void a_question_about_one_dimension_reads_its_members() {
        assertThat(query(Filters.NONE, BY_CHANNEL, null).params()).containsEntry("countedBy", "channel");
        assertThat(query(Filters.only(Dimension.CHANNEL, "web"), BY_CHANNEL, null)
                        .params())
                .containsEntry("countedBy", "channel")
                .containsEntry("channel", List.of("web"));
        assertThat(query(Filters.only(Dimension.REGION, "north", "south"), BY_MONTH, null)
                        .params())
                .containsEntry("countedBy", "region")
                .containsEntry("region", List.of("north", "south"));
    }

    @Test
    void a_question_across_dimensions_reads_the_combinations() {
        var across = new Filters(Map.of(Dimension.REGION, Set.of("north"), Dimension.SEGMENT, Set.of("new")));

        assertThat(query(Filters.only(Dimension.REGION, "north"), BY_CHANNEL, null)
                        .params())
                .containsEntry("countedBy", "combination");
        assertThat(query(across, Grouping.NONE, null).params()).containsEntry("countedBy", "combination");
    }

    @Test
    void the_days_of_recording_matter_only_for_a_question_about_the_past() {
        assertThat(query(Filters.NONE, BY_MONTH, null).sql()).doesNotContain("recorded_on");
        assertThat(query(Filters.NONE, BY_MONTH, LocalDate.of(2026, 8, 1)).sql())
                .contains("recorded_on < :recordedBefore");
    }

    @Test
    void what_was_asked_for_never_becomes_part_of_the_statement() {
        var query = query(Filters.only(Dimension.CHANNEL, "'; drop table insight.score_count; --"), BY_MONTH, null);

        assertThat(query.sql()).doesNotContain("drop");
    }

    @Test
    void a_filter_without_members_is_no_filter() {
        assertThat(new Filters(Map.of(Dimension.CHANNEL, Set.of()))).isEqualTo(Filters.NONE);
    }

    private static ScoreCountQuery query(Filters filters, Grouping grouping, @Nullable LocalDate recordedBefore) {
        return new ScoreCountQuery(
                new ScoreQuestion(Metric.NPS, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), filters, grouping),
                recordedBefore);
    }
}
