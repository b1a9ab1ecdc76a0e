package cx.ecou.webshell.problems;

import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Turns what bean validation and binding found into problems of fields with stable codes. */
public final class ConstraintProblems {

    private static final String POSSIBLE = "This value is not possible here.";

    private ConstraintProblems() {}

    /** All problems of a bound form or body, in the order in which they were found. */
    public static List<FieldProblem> of(Errors errors) {
        return errors.getAllErrors().stream().map(ConstraintProblems::of).toList();
    }

    static List<FieldProblem> of(ParameterValidationResult parameter) {
        if (parameter instanceof ParameterErrors bound) {
            return of((Errors) bound);
        }
        String name = String.valueOf(parameter.getMethodParameter().getParameterName());
        return parameter.getResolvableErrors().stream()
                .map(error -> problem(name, error, violation(parameter, error), parameter.getArgument()))
                .toList();
    }

    private static FieldProblem of(ObjectError error) {
        String field = error instanceof FieldError onField ? onField.getField() : "";
        Object rejected = error instanceof FieldError onField ? onField.getRejectedValue() : null;
        return problem(
                field,
                error,
                error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null,
                rejected);
    }

    private static FieldProblem problem(
            String field,
            MessageSourceResolvable error,
            @Nullable ConstraintViolation<?> violation,
            @Nullable Object rejected) {
        String[] codes = error.getCodes();
        String name = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        Map<String, Object> attributes = violation == null
                ? Map.of()
                : violation.getConstraintDescriptor().getAttributes();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> new FieldProblem(field, "required", "This is required.");
            case "Size" -> size(field, attributes, rejected);
            case "Min", "DecimalMin" -> outside(field, "At least " + attributes.get("value") + " is expected.");
            case "Max", "DecimalMax" -> outside(field, "At most " + attributes.get("value") + " is expected.");
            case "Positive" -> outside(field, "More than 0 is expected.");
            case "PositiveOrZero" -> outside(field, "0 or more is expected.");
            case "Email" -> new FieldProblem(field, "not-an-email", "An e-mail address is expected.");
            case "Pattern" -> new FieldProblem(field, "malformed", "This is written in another way.");
            case "typeMismatch" -> new FieldProblem(field, "wrong-type", Expectations.of(typeOf(codes)));
            default -> new FieldProblem(field, kebab(name), POSSIBLE);
        };
    }

    private static FieldProblem size(String field, Map<String, Object> attributes, @Nullable Object rejected) {
        int least = attributes.get("min") instanceof Integer min ? min : 0;
        if (rejected instanceof CharSequence text && text.length() < least) {
            return new FieldProblem(field, "too-short", "At least " + least + " characters are expected.");
        }
        return new FieldProblem(field, "too-long", "At most " + attributes.get("max") + " are expected.");
    }

    private static FieldProblem outside(String field, String message) {
        return new FieldProblem(field, "out-of-range", message);
    }

    private static @Nullable ConstraintViolation<?> violation(
            ParameterValidationResult parameter, MessageSourceResolvable error) {
        try {
            return parameter.unwrap(error, ConstraintViolation.class);
        } catch (IllegalArgumentException e) {
            return null; // not every error comes from a constraint
        }
    }

    /** Spring writes the wanted type into the codes of a binding error: {@code typeMismatch.java.time.LocalDate}. */
    private static @Nullable Class<?> typeOf(String @Nullable [] codes) {
        return Arrays.stream(codes == null ? new String[0] : codes)
                .map(code -> code.substring(code.indexOf('.') + 1))
                .filter(code -> code.contains("."))
                .map(ConstraintProblems::load)
                .filter(type -> type != Void.class)
                .findFirst()
                .orElse(null);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ConstraintProblems.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Void.class;
        }
    }

    private static String kebab(String name) {
        return name.isEmpty()
                ? "invalid-value"
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
