package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.feedback.write.imports.mapping.Mapping.Origin;
import cx.ecou.feedback.write.imports.mapping.Mapping.ScoreColumn;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a mapping against the columns of a file and names everything that is wrong with it. */
public final class MappingCheck {

    private static final Set<MappedField> NEEDED =
            Set.of(MappedField.SOURCE, MappedField.KIND, MappedField.OCCURRED_AT);

    private final Mapping mapping;
    private final Set<String> header;
    private final List<FieldProblem> problems = new ArrayList<>();

    private MappingCheck(Mapping mapping, List<String> header) {
        this.mapping = mapping;
        this.header = new HashSet<>(header);
    }

    /** @throws InvalidInput with all problems, each under its path below {@code mapping} */
    public static void require(Mapping mapping, List<String> header) {
        List<FieldProblem> problems = problems(mapping, header);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    public static List<FieldProblem> problems(Mapping mapping, List<String> header) {
        var check = new MappingCheck(mapping, header);
        check.name();
        check.fields();
        check.scores();
        check.attributes();
        return check.problems;
    }

    private void name() {
        String name = mapping.name();
        if (name != null
                && (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl))) {
            problem("name", "too-long", "A name has 1 to 100 characters.");
        }
    }

    private void fields() {
        mapping.fields().forEach((path, origin) -> {
            if (MappedField.withPath(path).isEmpty()) {
                problem("fields." + shown(path), "unknown-field", "There is no such field.");
            } else {
                field(path, origin);
            }
        });
        for (MappedField field : MappedField.values()) {
            if (NEEDED.contains(field) && mapping.origin(field) == null) {
                problem("fields." + field.path(), "required", "The field is needed: state a column or a constant.");
            }
        }
        if (mapping.scores().isEmpty() && mapping.origin(MappedField.COMMENT) == null) {
            problem("scores", "nothing-said", "Map at least one score or the comment.");
        }
    }

    private void field(String path, @Nullable Origin origin) {
        if (origin == null || (origin.columns().isEmpty() && origin.constant() == null)) {
            problem("fields." + path, "required", "State columns or a constant.");
            return;
        }
        for (int i = 0; i < origin.columns().size(); i++) {
            column("fields." + path + ".columns[" + i + "]", origin.columns().get(i));
        }
        boolean moment = path.equals(MappedField.OCCURRED_AT.path());
        if (!moment && (origin.format() != null || origin.timeZone() != null)) {
            problem("fields." + path, "not-a-moment", "Only occurredAt has a format and a time zone.");
        }
        if (moment) {
            moment(origin);
        }
    }

    private void moment(Origin origin) {
        try {
            ZoneId zone = ZoneId.of(Objects.requireNonNullElse(origin.timeZone(), "UTC"));
            Moments.of(Objects.requireNonNullElse(origin.format(), Moments.ISO), zone);
        } catch (DateTimeException e) {
            problem("fields.occurredAt.timeZone", "unknown-time-zone", "Expected a time zone such as Europe/Warsaw.");
        } catch (IllegalArgumentException e) {
            problem(
                    "fields.occurredAt.format",
                    "unknown-format",
                    "Expected a format such as dd.MM.yyyy HH:mm, or ISO.");
        }
    }

    private void scores() {
        Set<String> metrics = new HashSet<>();
        for (int i = 0; i < mapping.scores().size(); i++) {
            ScoreColumn score = mapping.scores().get(i);
            if (score == null) {
                problem("scores[" + i + "]", "required", "State column, metric and scale.");
            } else {
                score("scores[" + i + "]", score, metrics);
            }
        }
    }

    private void score(String path, ScoreColumn score, Set<String> metrics) {
        column(path + ".column", score.column());
        if (score.metric() == null || !isMetric(score.metric())) {
            problem(path + ".metric", "unknown-metric", "A metric is one of NPS, CSAT, CES.");
            return;
        }
        if (!metrics.add(score.metric())) {
            problem(path + ".metric", "duplicate-metric", "There are two scores of " + score.metric() + ".");
        }
        scale(path + ".scale", score);
    }

    private void scale(String path, ScoreColumn score) {
        boolean nps = score.metric().equals(Metric.NPS.name());
        if (score.scale() == null) {
            if (!nps) {
                problem(path, "required", "State the scale, for instance 1-5.");
            }
            return;
        }
        try {
            if (nps && !Scale.of(score.scale()).equals(Scale.NPS)) {
                problem(path, "wrong-scale", "NPS is asked on 0-10.");
            } else {
                Scale.of(score.scale());
            }
        } catch (IllegalArgumentException e) {
            problem(path, "not-a-scale", "A scale is written as two whole numbers, for instance 1-5.");
        }
    }

    private void attributes() {
        mapping.attributes().forEach((name, column) -> column("attributes." + shown(name), column));
    }

    private void column(String path, @Nullable String column) {
        if (column == null) {
            problem(path, "required", "State the name of a column.");
        } else if (!header.contains(column)) {
            problem(path, "unknown-column", "The file has no column \"" + shown(column) + "\".");
        }
    }

    private void problem(String path, String code, String message) {
        problems.add(new FieldProblem("mapping." + path, code, message));
    }

    private static boolean isMetric(String written) {
        return written.equals("NPS") || written.equals("CSAT") || written.equals("CES");
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
