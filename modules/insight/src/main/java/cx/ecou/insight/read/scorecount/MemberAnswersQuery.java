package cx.ecou.insight.read.scorecount;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one question about members of segments: from their memberships to their answers. An answer counts when its
 * customer, as everybody is known today, belonged at the moment of the answer; once, however many memberships say so. Every word
 * of it is ours; what was asked for are parameters.
 */
final class MemberAnswersQuery {

    private static final String QUESTION = """
            select %s as key, answer.scale, answer.value, count(distinct answer.feedback_id) as answers
              from insight.membership held
              join insight.subject part on part.subject_id = held.customer_id
              join insight.subject own on own.customer_id = part.customer_id
              join insight.answer on answer.subject_id = own.subject_id
                and answer.occurred_at >= held.since and (held.until is null or answer.occurred_at < held.until)
              join insight.scope on scope.scope_id = answer.scope_id
             where answer.metric = :metric and answer.occurred_on between :from and :to
            """;

    private final ScoreQuestion question;
    private final @Nullable Instant recordedUpTo;

    MemberAnswersQuery(ScoreQuestion question, @Nullable Instant recordedUpTo) {
        this.question = question;
        this.recordedUpTo = recordedUpTo;
    }

    String sql() {
        var sql = new StringBuilder(QUESTION.formatted(GroupKey.column(question.grouping(), "answer")));
        question.filters()
                .members()
                .keySet()
                .forEach(dimension -> sql.append("   and scope.%1$s in (:%1$s)\n".formatted(dimension.key())));
        if (!question.filters().segments().isEmpty()) {
            sql.append("   and held.segment_id in (:segments)\n");
        }
        if (recordedUpTo != null) {
            sql.append("   and answer.recorded_at <= :recordedUpTo\n");
        }
        return sql.append(" group by 1, 2, 3").toString();
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("metric", question.metric().name());
        params.put("from", question.from());
        params.put("to", question.to());
        question.filters().members().forEach((dimension, members) -> params.put(dimension.key(), List.copyOf(members)));
        if (!question.filters().segments().isEmpty()) {
            params.put("segments", List.copyOf(question.filters().segments()));
        }
        if (recordedUpTo != null) {
            params.put("recordedUpTo", recordedUpTo.atOffset(UTC));
        }
        return params;
    }
}
