package cx.ecou.insight.read.scorecount;

import cx.ecou.kernel.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scores as they are known at one instant; asked several times it does not change its mind about a past one. */
public final class KnownScores {

    private final JdbcClient database;
    private final Instant asOf;
    private final @Nullable LocalDate recordedBefore;
    private final Map<Counted, Long> recordedOnTheDay;

    KnownScores(
            JdbcClient database,
            Instant asOf,
            @Nullable LocalDate recordedBefore,
            Map<Counted, Long> recordedOnTheDay) {
        this.database = database;
        this.asOf = asOf;
        this.recordedBefore = recordedBefore;
        this.recordedOnTheDay = recordedOnTheDay;
    }

    public Instant asOf() {
        return asOf;
    }

    public GroupedAnswers answers(ScoreQuestion question) {
        if (question.grouping() instanceof Grouping.BySegment) {
            var answers = new GroupedAnswers(question, answers(question.together()));
            ofMembers(question, answers);
            return answers;
        }
        var answers = new GroupedAnswers(question);
        if (question.concernsSegments()) {
            ofMembers(question, answers);
        } else {
            ofEverybody(question, answers);
        }
        return answers;
    }

    private void ofMembers(ScoreQuestion question, GroupedAnswers answers) {
        var statement = new MemberAnswersQuery(question, recordedBefore == null ? null : asOf);
        read(question, statement.sql(), statement.params(), answers);
    }

    private void ofEverybody(ScoreQuestion question, GroupedAnswers answers) {
        var statement = new ScoreCountQuery(question, recordedBefore);
        read(question, statement.sql(), statement.params(), answers);
        recordedOnTheDay.forEach((counted, count) -> {
            if (question.admits(counted)) {
                answers.add(counted.series().scale(), question.groupOf(counted), counted.value(), count);
            }
        });
    }

    private void read(ScoreQuestion question, String sql, Map<String, Object> params, GroupedAnswers answers) {
        database.sql(sql).params(params).query(row -> {
            answers.add(
                    Scale.of(row.getString("scale")),
                    GroupKey.of(question.grouping(), row.getString("key")),
                    row.getBigDecimal("value").stripTrailingZeros(),
                    row.getLong("answers"));
        });
    }
}
