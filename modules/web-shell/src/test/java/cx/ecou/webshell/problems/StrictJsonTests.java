package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTests {

    record Visit(String place, Instant at) {}

    private final StrictJson json = new StrictJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-25T21:37:22Z",
                "2026-07-25T23:37:22+02:00",
                "2026-07-25T21:37:22.000000Z",
                "2026-07-25t21:37:22z"
            })
    void an_instant_is_read_in_every_spelling_of_rfc_3339(String written) {
        assertThat(json.read("{\"place\": \"shop\", \"at\": \"" + written + "\"}", Visit.class))
                .isEqualTo(new Visit("shop", Instant.parse("2026-07-25T21:37:22Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+292278994-08-17T07:12:55Z\"",
                "\"2026-07-25\"",
                "\"2026-07-25T21:37:22\"",
                "\"1753479442\"",
                "1753479442",
                "[2026, 7, 25]",
                "\"2026-02-30T00:00:00Z\""
            })
    void anything_else_is_no_instant(String written) {
        assertThat(refused("{\"at\": " + written + "}"))
                .containsExactly(new FieldProblem(
                        "at", "wrong-type", "An instant is expected, for instance 2026-07-25T21:37:22Z."));
    }

    @Test
    void an_unknown_field_is_named_with_those_that_are_known() {
        assertThat(refused("{\"plaec\": \"shop\"}"))
                .containsExactly(
                        new FieldProblem("plaec", "unknown-field", "There is no such field; known here: at, place."));
    }

    @Test
    void a_name_that_is_no_name_is_cut_and_cleaned_before_it_is_repeated() {
        FieldProblem problem =
                refused("{\"a\\u0007" + "b".repeat(90) + "\": 1}").get(0);

        assertThat(problem.field()).hasSize(61).startsWith("abb").endsWith("…");
    }

    @Test
    void what_is_written_out_can_be_read_again() {
        var visit = new Visit("shop", Instant.parse("2026-07-25T21:37:22Z"));

        assertThat(json.mapper().writeValueAsString(visit))
                .isEqualTo("{\"place\":\"shop\",\"at\":\"2026-07-25T21:37:22Z\"}");
    }

    private List<FieldProblem> refused(String body) {
        return catchThrowableOfType(InvalidInput.class, () -> json.read(body, Visit.class))
                .problems();
    }
}
