package cx.ecou.webshell.problems;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with a request, as RFC 9457 describes it.
 *
 * @param status of the answer
 * @param code stable name: the last part of {@code type}, {@code /problems/<code>}
 * @param detail what happened and what would be right, in English, without anything personal
 * @param errors what is wrong with single fields; empty when it is not about fields
 * @param headers that belong to the answer, for instance {@code Allow}
 */
public record Problem(
        HttpStatus status, String code, String detail, List<FieldProblem> errors, Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }

    public static Problem ofFields(List<FieldProblem> errors) {
        String detail = errors.size() == 1
                ? errors.get(0).message()
                : errors.size() + " fields cannot be accepted as they are.";
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-input", detail, errors, Map.of());
    }

    public static Problem ofField(String field, String code, String message) {
        return ofFields(List.of(new FieldProblem(field, code, message)));
    }

    public Problem withHeader(String name, String value) {
        return new Problem(status, code, detail, errors, Map.of(name, value));
    }

    /** The stable address of this kind of problem, relative to the installation. */
    public String type() {
        return "/problems/" + code;
    }

    /** The kind of problem in words, the same for every occurrence: {@code case.not-assigned} is "Case not assigned". */
    public String title() {
        String words = code.replace('.', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
