package cx.ecou.webshell.problems;

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
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the HTTP layer refuses before a handler is asked, or on its behalf: methods, types, uploads, access. */
final class HttpProblems {

    private HttpProblems() {}

    /** The problem behind an exception of the HTTP layer; null when it is about something else. */
    static @Nullable Problem of(Exception failure) {
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
            return ProblemCatalogue.ofStatus(HttpStatus.BAD_REQUEST);
        }
        if (failure instanceof MultipartException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "unreadable-upload", "The upload is not readable multipart.");
        }
        if (failure instanceof AsyncRequestTimeoutException) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "timed-out", "The answer took too long. Try again.");
        }
        if (failure instanceof AccessDeniedException) {
            return ProblemCatalogue.ofStatus(HttpStatus.FORBIDDEN);
        }
        return failure instanceof AuthenticationException ? ProblemCatalogue.ofStatus(HttpStatus.UNAUTHORIZED) : null;
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
}
