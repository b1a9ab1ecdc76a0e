package cx.ecou.webshell.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the bodies of API requests within bounds. Compressed ones are refused, so a small body cannot become a large
 * one. Uploads are not counted here: multipart has its own bounds.
 */
final class BodyGuard extends OncePerRequestFilter {

    private final DataSize largest;
    private final ProblemJson json;

    BodyGuard(DataSize largest, ProblemJson json) {
        this.largest = largest;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isEncoded(request.getHeader(HttpHeaders.CONTENT_ENCODING))) {
            json.write(
                    Problem.of(
                                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                    "content-encoding-not-supported",
                                    "Send the body without Content-Encoding.")
                            .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity"),
                    response);
        } else if (isUpload(request.getContentType())) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > largest.toBytes()) {
            json.write(BodyTooLarge.PROBLEM, response);
        } else {
            chain.doFilter(new BoundedRequest(request, largest.toBytes()), response);
        }
    }

    private static boolean isEncoded(@Nullable String encoding) {
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    private static boolean isUpload(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
