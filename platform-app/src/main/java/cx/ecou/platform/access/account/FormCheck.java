package cx.ecou.platform.access.account;

import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks through a form of access and collects what is wrong with it. */
public final class FormCheck {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final List<FieldProblem> problems = new ArrayList<>();

    public FormCheck name(String field, String name) {
        if (name.isBlank()) {
            return wrong(field, "required", "a name is needed");
        }
        return name.length() > LONGEST_NAME ? wrong(field, "too-long", "at most 100 characters") : this;
    }

    public FormCheck email(String field, String email) {
        if (email.isBlank()) {
            return wrong(field, "required", "an e-mail is needed");
        }
        boolean right = EMAIL.matcher(email).matches() && email.length() <= LONGEST_EMAIL;
        return right ? this : wrong(field, "not-an-email", "such as name@example.org");
    }

    /**
     * A new password, typed twice.
     *
     * @param known what anybody would try first
     */
    public FormCheck password(NewPassword typed, String... known) {
        var weakness = PasswordRules.weaknessOf(typed.password(), known);
        if (weakness.isPresent()) {
            return wrong("password", weakness.get().code(), "too short, too long or too easy to guess");
        }
        return typed.password().equals(typed.repeated())
                ? this
                : wrong("repeated", "password-differs", "not the same as above");
    }

    public FormCheck wrong(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
        return this;
    }

    public boolean passed() {
        return problems.isEmpty();
    }

    public FormProblems problems() {
        return new FormProblems(problems);
    }
}
