package cx.ecou.webshell.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.validation.DataBinder;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

class ConstraintProblemsTests {

    /** A form with one constraint of each kind. */
    static final class Form {

        @NotBlank
        public String name = "";

        @NotNull
        public @Nullable String owner;

        @Size(min = 3, max = 5)
        public String code = "x";

        @Size(max = 5)
        public String note = "much too long";

        @Min(1)
        public int least = 0;

        @Max(10)
        public int most = 11;

        @Positive
        public int more = 0;

        @PositiveOrZero
        public int none = -1;

        @Email
        public String mail = "nobody";

        @Pattern(regexp = "[a-z]+")
        public String key = "A1";

        @AssertTrue
        public boolean agreed = false;

        public @Nullable LocalDate day;
    }

    @Test
    void every_constraint_has_a_stable_code_and_says_what_would_be_right() {
        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        new FieldProblem("name", "required", "This is required."),
                        new FieldProblem("owner", "required", "This is required."),
                        new FieldProblem("code", "too-short", "At least 3 characters are expected."),
                        new FieldProblem("note", "too-long", "At most 5 are expected."),
                        new FieldProblem("least", "out-of-range", "At least 1 is expected."),
                        new FieldProblem("most", "out-of-range", "At most 10 is expected."),
                        new FieldProblem("more", "out-of-range", "More than 0 is expected."),
                        new FieldProblem("none", "out-of-range", "0 or more is expected."),
                        new FieldProblem("mail", "not-an-email", "An e-mail address is expected."),
                        new FieldProblem("key", "malformed", "This is written in another way."),
                        new FieldProblem("agreed", "assert-true", "This value is not possible here."));
    }

    @Test
    void a_value_of_another_type_is_explained_by_what_is_expected() {
        assertThat(problems(Map.of("day", "soon")))
                .contains(new FieldProblem("day", "wrong-type", "A day is expected, for instance 2026-07-25."));
    }

    private static List<FieldProblem> problems(Map<String, String> sent) {
        var binder = new DataBinder(new Form(), "form");
        binder.initDirectFieldAccess();
        binder.setConversionService(org.springframework.boot.convert.ApplicationConversionService.getSharedInstance());
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            binder.setValidator(new SpringValidatorAdapter(factory.getValidator()));
            binder.bind(new MutablePropertyValues(sent));
            binder.validate();
        }
        return ConstraintProblems.of(binder.getBindingResult());
    }
}
