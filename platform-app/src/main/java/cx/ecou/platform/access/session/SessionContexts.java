package cx.ecou.platform.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Says who stands behind the session cookie of a request; the table is asked only if somebody wants to know, so
 * stylesheets and scripts cost nothing.
 */
@Component
public class SessionContexts implements SecurityContextRepository {

    private static final String STREAM = "/live";

    /** Stands on what an open page asks by itself when it hears of something new. */
    private static final String BY_ITSELF = "Ecou-Live";

    private static final String NOT_KNOWN = SessionContexts.class.getName() + ".not-known";

    private final PageSessions sessions;
    private final SessionCookie cookie;

    SessionContexts(PageSessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(SingletonSupplier.of(() -> context(request)));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Sessions begin at sign-in, not by what a request left behind. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return known(request).isPresent();
    }

    private SecurityContext context(HttpServletRequest request) {
        return known(request)
                .<SecurityContext>map(session -> new SecurityContextImpl(new SignedIn(session)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** When the table cannot be asked, the request fails, and the page that says so is not to fail for the same reason. */
    private Optional<PageSession> known(HttpServletRequest request) {
        if (request.getAttribute(NOT_KNOWN) != null) {
            return Optional.empty();
        }
        try {
            return session(request);
        } catch (DataAccessException e) {
            request.setAttribute(NOT_KNOWN, true);
            throw e;
        }
    }

    private Optional<PageSession> session(HttpServletRequest request) {
        return cookie.read(request).flatMap(isSignOfLife(request) ? sessions::use : sessions::find);
    }

    /** A page that asks again and again by itself must not keep a forgotten browser signed in. */
    private static boolean isSignOfLife(HttpServletRequest request) {
        return !request.getRequestURI().equals(STREAM) && request.getHeader(BY_ITSELF) == null;
    }

    private record Deferred(SingletonSupplier<SecurityContext> context) implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return context.obtain();
        }

        @Override
        public boolean isGenerated() {
            return context.obtain().getAuthentication() == null;
        }
    }
}
