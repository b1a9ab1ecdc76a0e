package cx.ecou.webshell.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Explains what is wrong with the parameters, headers and parts of a request. */
final class ParameterProblems {

    private ParameterProblems() {}

    /** The problem behind an exception of Spring MVC; null when it is about something else. */
    static @Nullable Problem of(Exception refused) {
        if (refused instanceof MissingServletRequestParameterException missing) {
            return required(missing.getParameterName());
        }
        if (refused instanceof MissingServletRequestPartException missing) {
            return required(missing.getRequestPartName());
        }
        if (refused instanceof MissingRequestHeaderException missing) {
            return required(missing.getHeaderName());
        }
        if (refused instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatched(mismatch.getName(), mismatch);
        }
        if (refused instanceof TypeMismatchException mismatch) {
            return mismatched(String.valueOf(mismatch.getPropertyName()), mismatch);
        }
        if (refused instanceof BindException bound) {
            return Problem.ofFields(ConstraintProblems.of(bound.getBindingResult()));
        }
        if (refused instanceof MethodValidationResult result) {
            return Problem.ofFields(result.getParameterValidationResults().stream()
                    .map(ConstraintProblems::of)
                    .flatMap(List::stream)
                    .toList());
        }
        return refused instanceof ServletRequestBindingException
                ? Problem.ofField("", "required", "A parameter or header is missing.")
                : null;
    }

    private static Problem required(String name) {
        return Problem.ofField(name, "required", "This is required.");
    }

    private static Problem mismatched(String name, TypeMismatchException mismatch) {
        Class<?> wanted = mismatch.getRequiredType();
        boolean isChoice = wanted != null && wanted.isEnum();
        return Problem.ofField(name, isChoice ? "unknown-value" : "wrong-type", Expectations.of(wanted));
    }
}
