package cx.ecou.platform.access.guard;

import cx.ecou.webshell.access.RouteRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** How a program is refused: problem+json, and RFC 6750's header that says what is missing. */
@Component
class ProgramRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHALLENGE = "Bearer realm=\"Ecou\"";

    private final Problems problems;

    ProgramRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean wrong = reason instanceof BadCredentialsException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, wrong ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                wrong ? "unknown-key" : "no-key",
                wrong
                        ? "The key is unknown, expired or revoked."
                        : "A key is needed: Authorization: Bearer ecou_<id>_<secret>.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        Optional<String> scope = neededScope(request);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                CHALLENGE + ", error=\"insufficient_scope\""
                        + scope.map(s -> ", scope=\"" + s + "\"").orElse(""));
        problems.write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "scope-missing",
                scope.map(s -> "The key needs the scope " + s + ".").orElse("This key may not do that."));
    }

    private static Optional<String> neededScope(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE))
                .filter(HandlerMethod.class::isInstance)
                .map(handler -> RouteRule.of((HandlerMethod) handler).scope());
    }
}
