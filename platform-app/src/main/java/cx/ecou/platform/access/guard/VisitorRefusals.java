package cx.ecou.platform.access.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads somebody who is not signed in to the sign-in page, and remembers the page they wanted. */
@Component
class VisitorRefusals implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", signIn(pageOf(request)));
        } else if (isStream(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(wanted(request)));
        }
    }

    private static String signIn(Optional<String> next) {
        var uri = UriComponentsBuilder.fromPath("/sign-in");
        next.filter(page -> !"/".equals(page)).ifPresent(page -> uri.queryParam("next", "{next}"));
        return uri.encode().buildAndExpand(next.orElse("")).toUriString();
    }

    /** What was to be changed is not repeated; what was to be seen is. */
    private static Optional<String> wanted(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return Optional.empty();
        }
        String query = request.getQueryString();
        return Optional.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** The page in whose frame htmx asked. */
    private static Optional<String> pageOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("HX-Current-URL")).flatMap(VisitorRefusals::pathOf);
    }

    private static Optional<String> pathOf(String url) {
        try {
            URI uri = URI.create(url);
            String query = uri.getRawQuery();
            return Optional.ofNullable(uri.getRawPath()).map(path -> path + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
