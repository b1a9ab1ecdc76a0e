package cx.ecou.insight.read.scorecount;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one question. It reads the smallest scopes that can answer: the total, the members of one dimension, or,
 * when the question crosses dimensions, their combinations. Every word of it is ours; what was asked for are parameters.
 */
final class ScoreCountQuery {

    private final ScoreQuestion question;
    private final @Nullable LocalDate recordedBefore;
    private final Set<Dimension> dimensions;

    ScoreCountQuery(ScoreQuestion question, @Nullable LocalDate recordedBefore) {
        this.question = question;
        this.recordedBefore = recordedBefore;
        this.dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(question.filters().members().keySet());
        if (question.grouping() instanceof Grouping.ByDimension by) {
            dimensions.add(by.dimension());
        }
    }

    String sql() {
        var sql = new StringBuilder("""
                select %s as key, counted.scale, counted.value, sum(counted.answers) as answers
                  from insight.scope scope join insight.score_count counted using (scope_id)
                 where scope.counted_by = :countedBy
                   and counted.metric = :metric and counted.occurred_on between :from and :to
                """.formatted(GroupKey.column(question.grouping(), "counted")));
        question.filters()
                .members()
                .keySet()
                .forEach(dimension -> sql.append("   and scope.%1$s in (:%1$s)\n".formatted(dimension.key())));
        if (recordedBefore != null) {
            sql.append("   and counted.recorded_on < :recordedBefore\n");
        }
        return sql.append(" group by 1, 2, 3").toString();
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("countedBy", countedBy());
        params.put("metric", question.metric().name());
        params.put("from", question.from());
        params.put("to", question.to());
        question.filters().members().forEach((dimension, members) -> params.put(dimension.key(), List.copyOf(members)));
        if (recordedBefore != null) {
            params.put("recordedBefore", recordedBefore);
        }
        return params;
    }

    private String countedBy() {
        return switch (dimensions.size()) {
            case 0 -> Scope.TOTAL;
            case 1 -> dimensions.iterator().next().key();
            default -> Scope.COMBINATION;
        };
    }
}
