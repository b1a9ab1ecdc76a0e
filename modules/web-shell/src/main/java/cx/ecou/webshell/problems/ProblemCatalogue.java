package cx.ecou.webshell.problems;

import cx.ecou.kernel.DomainRuleViolation;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
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
            problem = ofHttp(failure);
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

    private static @Nullable Problem ofHttp(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException) {
            return Problem.ofField("", "body-required", "The request has no readable body.");
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            return methodNotAllowed(method);
        }
        if (failure instanceof HttpMediaTypeNotSupportedException media) {
            return unsupportedMediaType(media);
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException) {
            return Problem.of(
                    HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "None of the types in Accept can be answered.");
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return BodyTooLarge.PROBLEM;
        }
        if (failure instanceof InvalidParameterException) {
            return ofStatus(HttpStatus.BAD_REQUEST);
        }
        if (failure instanceof MultipartException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "unreadable-upload", "The upload is not readable multipart.");
        }
        if (failure instanceof AsyncRequestTimeoutException) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "timed-out", "The answer took too long. Try again.");
        }
        if (failure instanceof AccessDeniedException) {
            return FORBIDDEN;
        }
        return failure instanceof AuthenticationException ? UNAUTHORIZED : null;
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException refused) {
        String allowed =
                Objects.requireNonNullElse(refused.getSupportedHttpMethods(), java.util.Set.<HttpMethod>of()).stream()
                        .map(HttpMethod::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        allowed.isEmpty() ? "This method is not possible here." : "Possible here: " + allowed + ".")
                .withHeader(HttpHeaders.ALLOW, allowed);
    }

    private static Problem unsupportedMediaType(HttpMediaTypeNotSupportedException refused) {
        String supported = MediaType.toString(refused.getSupportedMediaTypes());
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        supported.isEmpty()
                                ? "This type of body is not possible."
                                : "Possible here: " + supported + ".")
                .withHeader(HttpHeaders.ACCEPT, supported);
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
