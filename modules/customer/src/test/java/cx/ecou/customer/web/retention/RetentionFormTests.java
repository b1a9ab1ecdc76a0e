package cx.ecou.customer.web.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.customer.events.RetentionKind;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionFormTests {

    @Test
    void a_rule_names_a_kind_a_source_and_days() {
        assertThat(new RetentionForm("DESCRIBED", " shop ", " 730 ").read())
                .isEqualTo(new RetentionForm.Wish(RetentionKind.DESCRIBED, "shop", 730));
    }

    @Test
    void without_a_source_it_is_for_every_source() {
        assertThat(new RetentionForm("HEARD", "  ", "30").read())
                .isEqualTo(new RetentionForm.Wish(RetentionKind.HEARD, null, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"29", "10958", "0", "-30", "1.5", "a year", "99999999999999999999"})
    void days_out_of_bounds_are_named(String days) {
        assertThat(refused(new RetentionForm("HEARD", null, days))).isEqualTo("days retention.days");
    }

    @Test
    void missing_days_are_named() {
        assertThat(refused(new RetentionForm("HEARD", null, null))).isEqualTo("days required");
        assertThat(refused(new RetentionForm("HEARD", null, " "))).isEqualTo("days required");
    }

    @Test
    void a_kind_that_does_not_exist_is_named() {
        assertThat(refused(new RetentionForm("EVERYTHING", null, "30"))).isEqualTo("kind unknown-value");
        assertThat(refused(new RetentionForm(null, null, "30"))).isEqualTo("kind required");
    }

    @Test
    void a_source_that_no_system_can_have_is_named() {
        assertThat(refused(new RetentionForm("HEARD", "s".repeat(101), "30"))).isEqualTo("source too-long");
        assertThat(refused(new RetentionForm("HEARD", "sh\u0007op", "30"))).isEqualTo("source control-character");
    }

    private static String refused(RetentionForm form) {
        var problems = new String[1];
        assertThatThrownBy(form::read).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.problems()).hasSize(1);
            FieldProblem problem = refusal.problems().get(0);
            problems[0] = problem.field() + " " + problem.code();
        });
        return problems[0];
    }
}
