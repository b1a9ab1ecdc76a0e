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
        var answers = new GroupedAnswers(question);
        var statement = new ScoreCountQuery(question, recordedBefore);
        database.sql(statement.sql()).params(statement.params()).query(row -> {
            answers.add(
                    Scale.of(row.getString("scale")),
                    statement.key(row.getString("key")),
                    row.getBigDecimal("value").stripTrailingZeros(),
                    row.getLong("answers"));
        });
        recordedOnTheDay.forEach((counted, count) -> {
            if (question.admits(counted)) {
                answers.add(counted.series().scale(), question.groupOf(counted), counted.value(), count);
            }
        });
        return answers;
    }
}
