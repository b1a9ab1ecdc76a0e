package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.mapping.MappedField;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;

/** Leads from a problem of a mapping to the field of the form that mends it. */
final class ColumnProblems {

    private ColumnProblems() {}

    static FormProblems on(ColumnsForm form, List<FieldProblem> problems) {
        return new FormProblems(problems.stream()
                .map(problem -> new FieldProblem(field(form, problem.field()), code(problem), problem.message()))
                .toList());
    }

    private static String field(ColumnsForm form, String path) {
        if (path.contains("occurredAt")) {
            return path.endsWith("timeZone") ? "timeZone" : moment(form);
        }
        for (MappedField field : ColumnsForm.ASKED) {
            if (path.equals("mapping.fields." + field.path())) {
                return "constant." + field.path();
            }
        }
        return path.equals("mapping.name") ? "name" : "becomes0";
    }

    /** A needed field has a sentence of its own: which column it is, only the reader knows. */
    private static String code(FieldProblem problem) {
        String prefix = "mapping.fields.";
        return problem.code().equals("required") && problem.field().startsWith(prefix)
                ? "required." + problem.field().substring(prefix.length())
                : problem.code();
    }

    private static String moment(ColumnsForm form) {
        for (int i = 0; i < form.columns().size(); i++) {
            if (form.columns().get(i).target().code().equals(MappedField.OCCURRED_AT.path())) {
                return "format" + i;
            }
        }
        return "becomes0";
    }
}
