package cx.ecou.webshell.access;

import cx.ecou.kernel.Actor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands in front of every handler and lets in whom the handler's annotations name. A handler that names nobody is
 * closed for everybody, so a forgotten annotation is a page that does not open, never a page that stands open.
 */
public final class RouteGuard implements HandlerInterceptor {

    /** What the server goes on with by itself after the request has been let in: its error page, a finished stream. */
    private static final Set<DispatcherType> INNER =
            Set.of(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.INCLUDE);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !INNER.contains(request.getDispatcherType())) {
            admit(RouteRule.of(method), response);
        }
        return true;
    }

    private static void admit(RouteRule rule, HttpServletResponse response) {
        if (rule.isPublic()) {
            return;
        }
        Actor actor = CurrentActor.find()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
        if (!rule.admits(actor)) {
            nameMissing(rule.scope(), response);
            throw new AccessDeniedException("not allowed here");
        }
    }

    /** Tells a program which scope its key lacks (RFC 6750, 3.1). */
    private static void nameMissing(@Nullable String scope, HttpServletResponse response) {
        if (scope != null) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
        }
    }
}
