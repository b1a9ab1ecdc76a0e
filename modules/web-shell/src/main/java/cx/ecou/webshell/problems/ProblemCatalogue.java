package cx.ecou.webshell.problems;

import cx.ecou.kernel.DomainRuleViolation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** Every way in which a request can fail, and what is said about it. */
final class ProblemCatalogue {

    private static final int CAUSES_LOOKED_AT = 6;
    private static final Problem FORBIDDEN =
            Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This key or role does not allow it.");
    private static final Problem UNAUTHORIZED = Problem.of(
                    HttpStatus.UNAUTHORIZED, "unauthorized", "A valid key is required.")
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");

    private final ProblemTexts texts;

    ProblemCatalogue(ProblemTexts texts) {
        this.texts = texts;
    }

    /** What is said about a failure; null when it is our own fault, about which nothing is said but a reference. */
    @Nullable
    Problem find(Exception failure) {
        Problem problem = ofJson(failure);
        if (problem == null) {
            problem = said(failure);
        }
        if (problem == null) {
            problem = ParameterProblems.of(failure);
        }
        if (problem == null) {
            problem = HttpProblems.of(failure);
        }
        if (problem == null) {
            problem = DatabaseProblems.of(failure);
        }
        return problem == null && failure instanceof ErrorResponse answer ? ofStatus(answer) : problem;
    }

    /** What a status alone says, for failures that never reached a handler. */
    static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> Problem.of(status, "unreadable-request", "The request cannot be read.");
            case UNAUTHORIZED -> UNAUTHORIZED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> Problem.of(status, "not-found", "There is nothing at this address.");
            case CONTENT_TOO_LARGE -> BodyTooLarge.PROBLEM;
            default ->
                Problem.of(
                        status,
                        status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                        status.getReasonPhrase() + ".");
        };
    }

    /** Before anything else, because the path to the field is known only to Jackson. */
    private static @Nullable Problem ofJson(Exception failure) {
        return failure instanceof HttpMessageNotReadableException
                        && failure.getCause() instanceof JacksonException json
                        && !(json instanceof JacksonIOException)
                ? Problem.ofFields(JsonProblems.of(json))
                : null;
    }

    /** What our own code says, also from under the wrapping of a framework. */
    private @Nullable Problem said(Throwable failure) {
        Throwable cause = failure;
        for (int looked = 0; cause != null && looked < CAUSES_LOOKED_AT; looked++) {
            if (cause instanceof InvalidInput input) {
                return Problem.ofFields(input.problems());
            }
            if (cause instanceof NotFound missing) {
                return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such " + missing.what() + ".");
            }
            if (cause instanceof DomainRuleViolation broken) {
                return Problem.of(HttpStatus.CONFLICT, broken.code(), texts.inEnglish(broken));
            }
            if (cause instanceof BodyTooLarge) {
                return BodyTooLarge.PROBLEM;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Failures that carry their status: what Spring refuses in other ways, and what other modules throw with a type. */
    private static @Nullable Problem ofStatus(ErrorResponse answer) {
        HttpStatus status = HttpStatus.resolve(answer.getStatusCode().value());
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return null;
        }
        String type = answer.getBody().getType() == null
                ? ""
                : answer.getBody().getType().toString();
        if (!type.startsWith("/problems/")) {
            return ofStatus(status);
        }
        String detail = answer.getBody().getDetail();
        return Problem.of(
                status, type.substring("/problems/".length()), detail == null ? status.getReasonPhrase() : detail);
    }
}
