package cx.ecou.webshell.components;

import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that is shown again, for the summary on top and the text beside each field. Put into the
 * model as {@code problems}; a fresh form has {@link #NONE}.
 *
 * @param all in the order of the fields
 */
public record FormProblems(List<FieldProblem> all) {

    public static final FormProblems NONE = new FormProblems(List.of());

    public FormProblems {
        all = List.copyOf(all);
    }

    public static FormProblems of(InvalidInput refusal) {
        return new FormProblems(refusal.problems());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first problem of a field; null when it is right. */
    public @Nullable FieldProblem on(String field) {
        return all.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
