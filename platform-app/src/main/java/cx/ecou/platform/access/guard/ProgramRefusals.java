package cx.ecou.platform.access.guard;

import cx.ecou.webshell.problems.Problem;
import cx.ecou.webshell.problems.ProblemJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** How a program is refused before it reaches a handler: problem+json, and the header of RFC 6750. */
@Component
class ProgramRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem NO_KEY = Problem.of(
                    HttpStatus.UNAUTHORIZED,
                    "unauthorized",
                    "A key is needed: send the header Authorization: Bearer ecou_<id>_<secret>.")
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");

    private static final Problem WRONG_KEY = Problem.of(
                    HttpStatus.UNAUTHORIZED, "unauthorized", "The key is unknown, expired or revoked.")
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");

    private static final Problem NOT_ALLOWED = Problem.of(
                    HttpStatus.FORBIDDEN, "forbidden", "This key does not allow it.")
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");

    private final ProblemJson problems;

    ProgramRefusals(ProblemJson problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        problems.write(reason instanceof BadCredentialsException ? WRONG_KEY : NO_KEY, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        problems.write(NOT_ALLOWED, response);
    }
}
