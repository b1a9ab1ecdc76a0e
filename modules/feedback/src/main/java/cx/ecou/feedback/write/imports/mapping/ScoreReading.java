package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.Mapping.ScoreColumn;
import cx.ecou.feedback.write.intake.NewFeedback.NewScore;
import cx.ecou.webshell.problems.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the scores of a row. An empty cell, or one whose value is left out, gives none. */
final class ScoreReading {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}([.,]\\d{1,9})?");
    private static final Pattern PATH = Pattern.compile("scores\\[(\\d{1,4})].*");

    private final List<ScoreColumn> mapped;
    private final List<Map<String, @Nullable BigDecimal>> values = new ArrayList<>();
    private final Columns columns;

    ScoreReading(List<ScoreColumn> mapped, Columns columns) {
        this.mapped = mapped;
        this.columns = columns;
        mapped.forEach(score -> values.add(Columns.folded(score.values())));
    }

    List<NewScore> read(Row row, List<FieldProblem> problems) {
        List<NewScore> scores = new ArrayList<>();
        for (int i : given(row)) {
            ScoreColumn column = mapped.get(i);
            BigDecimal value = number(i, columns.cell(row, column.column()));
            if (value == null) {
                problems.add(new FieldProblem(
                        "scores[" + scores.size() + "].value", "not-a-number", "The score is not a number."));
            }
            scores.add(new NewScore(column.metric(), value, column.scale()));
        }
        return scores;
    }

    /** The column of a score of this row, by its path among the scores that the row gives. */
    String columnOf(Row row, String path) {
        var match = PATH.matcher(path);
        List<Integer> given = given(row);
        return match.matches() && Integer.parseInt(match.group(1)) < given.size()
                ? mapped.get(given.get(Integer.parseInt(match.group(1)))).column()
                : path;
    }

    /** Which of the mapped scores the row gives. */
    private List<Integer> given(Row row) {
        List<Integer> given = new ArrayList<>(mapped.size());
        for (int i = 0; i < mapped.size(); i++) {
            String cell = columns.cell(row, mapped.get(i).column());
            if (!cell.isEmpty() && !isLeftOut(i, cell)) {
                given.add(i);
            }
        }
        return given;
    }

    private boolean isLeftOut(int score, String cell) {
        Map<String, @Nullable BigDecimal> known = values.get(score);
        return known.containsKey(Columns.folded(cell)) && known.get(Columns.folded(cell)) == null;
    }

    private @Nullable BigDecimal number(int score, String cell) {
        BigDecimal known = values.get(score).get(Columns.folded(cell));
        if (known != null) {
            return known;
        }
        return NUMBER.matcher(cell).matches() ? new BigDecimal(cell.replace(',', '.')) : null;
    }
}
