package cx.ecou.webshell.problems;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Explains in our words why a JSON body was not read. Nothing of Jackson's own messages gets out: they name classes and
 * quote what the caller sent.
 */
final class JsonProblems {

    private static final int LONGEST_SHOWN_NAME = 60;

    private JsonProblems() {}

    static List<FieldProblem> of(JacksonException refused) {
        String field = refused instanceof StreamReadException ? placeInStream(refused) : path(refused);
        if (refused.getCause() instanceof InvalidInput input) {
            return input.problems().stream()
                    .map(problem -> within(field, problem))
                    .toList();
        }
        return List.of(explain(field, refused));
    }

    private static FieldProblem explain(String field, JacksonException refused) {
        if (refused instanceof StreamConstraintsException) {
            return tooMuch(field, refused.getOriginalMessage());
        }
        if (refused instanceof InputCoercionException) {
            return new FieldProblem(field, "out-of-range", "This number is too large here.");
        }
        if (refused instanceof StreamReadException) {
            return unreadable(field, refused);
        }
        if (refused instanceof PropertyBindingException unknown) {
            return new FieldProblem(field, "unknown-field", "There is no such field" + known(unknown) + ".");
        }
        if (refused instanceof ValueInstantiationException built && built.getCause() != null) {
            return new FieldProblem(field, "invalid-value", reason(built.getCause()));
        }
        if (refused instanceof MismatchedInputException mismatch) {
            return mismatched(field, mismatch);
        }
        return new FieldProblem(field, "invalid-value", "This value is not possible here.");
    }

    private static FieldProblem unreadable(String field, JacksonException refused) {
        String said = refused.getOriginalMessage();
        if (said.startsWith("Duplicate")) {
            return new FieldProblem(field, "repeated-field", "A field stands twice in one object" + at(refused) + ".");
        }
        if (said.contains("UTF-8")) {
            return new FieldProblem(field, "broken-text", "The body is not UTF-8" + at(refused) + ".");
        }
        return new FieldProblem(field, "unreadable-json", "The body is not JSON" + at(refused) + ".");
    }

    private static FieldProblem tooMuch(String field, String said) {
        return said.contains("nesting")
                ? new FieldProblem(field, "too-deep", "Objects and lists are nested too deeply.")
                : new FieldProblem(field, "too-long", "A text, name or number is too long.");
    }

    private static FieldProblem mismatched(String field, MismatchedInputException mismatch) {
        Class<?> wanted = mismatch.getTargetType();
        String said = mismatch.getOriginalMessage();
        if (said.startsWith("No content")) {
            return new FieldProblem("", "body-required", "The request has no body.");
        }
        if (said.startsWith("Trailing token")) {
            return new FieldProblem("", "unreadable-json", "More follows where the JSON ends.");
        }
        if (said.contains("`null`") || said.contains("null for")) {
            return new FieldProblem(field, "required", "This is required.");
        }
        if (wanted != null && wanted.isEnum()) {
            return new FieldProblem(field, "unknown-value", Expectations.oneOf(wanted));
        }
        return new FieldProblem(field, "wrong-type", Expectations.of(wanted));
    }

    /** The message of our own records is written for the caller; what the JDK says is not. */
    private static String reason(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        boolean ours = trace.length > 0 && trace[0].getClassName().startsWith("cx.ecou.");
        return ours && cause.getMessage() != null ? cause.getMessage() : "This value is not possible here.";
    }

    private static String known(PropertyBindingException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? ""
                : "; known here: "
                        + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String at(JacksonException refused) {
        TokenStreamLocation location = refused.getLocation();
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static FieldProblem within(String field, FieldProblem problem) {
        String path =
                field.isEmpty() ? problem.field() : problem.field().isEmpty() ? field : field + "." + problem.field();
        return new FieldProblem(path, problem.code(), problem.message());
    }

    private static String path(JacksonException refused) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : refused.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shown(step.getPropertyName()));
            }
        }
        return path.toString();
    }

    /** Where the parser stood when it gave up: {@code /scores/0/value} is {@code scores[0].value}. */
    private static String placeInStream(JacksonException refused) {
        if (!(refused.processor() instanceof JsonParser parser)) {
            return path(refused);
        }
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        String place = Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.matches("\\d+") ? "[" + step + "]" : "." + shown(step))
                .collect(Collectors.joining());
        return place.startsWith(".") ? place.substring(1) : place;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.length() > LONGEST_SHOWN_NAME ? plain.substring(0, LONGEST_SHOWN_NAME) + "…" : plain;
    }
}
