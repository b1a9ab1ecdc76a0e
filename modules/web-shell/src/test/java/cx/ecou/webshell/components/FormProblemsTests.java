package cx.ecou.webshell.components;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormProblemsTests {

    private static final FieldProblem MISSING = new FieldProblem("owner", "required", "This is required.");
    private static final FieldProblem TOO_LONG = new FieldProblem("owner", "too-long", "At most 80 are expected.");

    @Test
    void beside_a_field_stands_its_first_problem() {
        var problems = FormProblems.of(new InvalidInput(List.of(MISSING, TOO_LONG)));

        assertThat(problems.on("owner")).isEqualTo(MISSING);
        assertThat(problems.on("note")).isNull();
        assertThat(problems.isEmpty()).isFalse();
    }

    @Test
    void a_fresh_form_has_none() {
        assertThat(FormProblems.NONE.isEmpty()).isTrue();
        assertThat(FormProblems.NONE.on("owner")).isNull();
    }
}
