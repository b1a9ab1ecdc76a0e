package cx.ecou.insight.read.scorecount;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps who answered what, which the roll-up forgets. The projection that knows whose a subject is writes it, so that both
 * stand at one position. Also answers of people of whom nothing is known: nobody can tell them from those who were erased.
 */
@Component
public class AnswerTable {

    public static final ModelTable TABLE = new ModelTable("insight", "answer").appended();

    private static final String ADD = """
            insert into %s (subject_id, feedback_id, metric, scale, value, occurred_at, occurred_on, recorded_at, scope_id)
            select subject_id, feedback_id, metric, scale, halves / 2.0, occurred_at::timestamptz, date '1970-01-01' + occurred,
                   recorded_at::timestamptz, scope_id
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::text[], ?::int[])
                as row (subject_id, feedback_id, metric, scale, halves, occurred_at, occurred, recorded_at, scope_id)
            """;

    private final Scopes scopes;
    private final Reporting reporting;
    private final JdbcClient database;
    private final RowBuffer<Said> buffer = new RowBuffer<>(this::write);

    AnswerTable(Scopes scopes, Reporting reporting, JdbcClient database) {
        this.scopes = scopes;
        this.reporting = reporting;
        this.database = database;
    }

    private record Said(FeedbackReceived feedback, Instant recordedAt) {}

    private record Row(FeedbackReceived feedback, Instant recordedAt, Counted answer, int scope) {}

    /** Keeps the answers of feedback that is being handled, with all others of the batch. */
    public void add(FeedbackReceived feedback, Instant recordedAt) {
        if (!feedback.scores().isEmpty()) {
            buffer.add(new Said(feedback, recordedAt));
        }
    }

    private void write(List<Said> batch) {
        Map<Scope, Integer> numbers = scopes.numbersOf(
                batch.stream().map(said -> combination(said.feedback())).collect(Collectors.toSet()));
        List<Row> rows = batch.stream()
                .flatMap(said -> Counted.of(said.feedback(), said.recordedAt(), reporting).stream()
                        .map(answer -> new Row(
                                said.feedback(),
                                said.recordedAt(),
                                answer,
                                Objects.requireNonNull(numbers.get(combination(said.feedback()))))))
                .toList();
        database.sql(ADD.formatted(TABLE.target()))
                .param(ids(rows, FeedbackReceived::subjectId))
                .param(ids(rows, FeedbackReceived::feedbackId))
                .param(texts(rows, row -> row.answer().series().metric().name()))
                .param(texts(rows, row -> row.answer().series().scale().toString()))
                .param(ints(rows, row -> PackedRow.halves(row.answer().value())))
                .param(texts(rows, row -> row.feedback().occurredAt().toString()))
                .param(ints(
                        rows, row -> Math.toIntExact(row.answer().occurredOn().toEpochDay())))
                .param(texts(rows, row -> row.recordedAt().toString()))
                .param(ints(rows, Row::scope))
                .update();
    }

    private static Scope combination(FeedbackReceived feedback) {
        return new Scope.Combination(Circumstances.of(feedback));
    }

    private static UUID[] ids(List<Row> rows, Function<FeedbackReceived, UUID> column) {
        return rows.stream().map(row -> column.apply(row.feedback())).toArray(UUID[]::new);
    }

    private static String[] texts(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static int[] ints(List<Row> rows, ToIntFunction<Row> column) {
        return rows.stream().mapToInt(column).toArray();
    }
}
