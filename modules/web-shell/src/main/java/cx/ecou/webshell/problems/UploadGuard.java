package cx.ecou.webshell.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files in only where a route takes them. It stands before every other filter, because the first one that asks for a
 * parameter makes the server store the whole upload.
 */
final class UploadGuard extends OncePerRequestFilter {

    private static final Problem REFUSED =
            Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "No files are taken here.");

    private final Set<String> paths;
    private final ProblemJson json;

    UploadGuard(List<UploadRoute> routes, ProblemJson json) {
        this.paths = routes.stream().map(UploadRoute::path).collect(Collectors.toUnmodifiableSet());
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!isUpload(request) || paths.contains(path)) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/")) {
            json.write(REFUSED, response);
        } else {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).strip().startsWith("multipart/");
    }
}
