package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldChecksTests {

    private enum Colour {
        RED,
        GREEN,
        INVISIBLE
    }

    private static final List<Colour> OFFERED = List.of(Colour.RED, Colour.GREEN);

    private final FieldChecks checks = new FieldChecks(List.of());

    @Test
    void a_choice_is_made_by_the_name_of_a_constant() {
        assertThat(checks.choice("colour", " GREEN ", OFFERED)).isEqualTo(Colour.GREEN);
        assertThat(checks.isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVISIBLE", "green", "BLUE"})
    void who_chooses_what_is_not_offered_is_told_what_is(String chosen) {
        assertThat(checks.choice("colour", chosen, OFFERED)).isNull();
        assertThat(checks.problems())
                .containsExactly(new FieldProblem("colour", "unknown-value", "One of these is expected: RED, GREEN."));
    }

    @Test
    void who_chooses_nothing_is_told_that_a_choice_is_needed() {
        assertThat(checks.choice("colour", null, OFFERED)).isNull();
        assertThat(checks.choice("size", " ", OFFERED)).isNull();
        assertThat(checks.problems()).extracting(FieldProblem::code).containsExactly("required", "required");
    }

    @Test
    void a_choice_that_cannot_be_shown_is_one_problem_and_not_two() {
        assertThat(checks.choice("colour", "GRE\u0007EN", OFFERED)).isNull();
        assertThat(checks.problems()).extracting(FieldProblem::code).containsExactly("control-character");
    }

    @Test
    void half_of_a_letter_outside_of_the_basic_plane_cannot_be_stored() {
        assertThat(checks.key("name", "Ana \uD83D", 10)).isNull();
        assertThat(checks.key("name", "Ana \uD83D\uDE00", 10)).isEqualTo("Ana \uD83D\uDE00");
        assertThat(checks.problems()).extracting(FieldProblem::code).containsExactly("control-character");
    }

    @Test
    void attributes_are_the_same_in_whichever_order_they_came() {
        assertThat(checks.attributes("attributes", Map.of("size", "M", " colour ", "red")))
                .containsExactly(Map.entry("colour", "red"), Map.entry("size", "M"));
    }

    @Test
    void a_problem_that_was_found_before_is_not_told_again_as_missing() {
        var late = new FieldChecks(List.of(new FieldProblem("days", "wrong-type", "Expected a number.")));

        late.missing("days");

        assertThat(late.problems()).extracting(FieldProblem::code).containsExactly("wrong-type");
    }
}
