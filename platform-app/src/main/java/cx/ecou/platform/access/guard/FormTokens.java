package cx.ecou.platform.access.guard;

import cx.ecou.webshell.access.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Protects forms against being sent from elsewhere: each form and htmx request must repeat what only a cookie of this
 * host knows. As with the session the cookie is {@code __Host-} over TLS, so no neighbour can plant it; it changes at
 * sign-in.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    private final PublicAddress address;
    private final CsrfTokenRepository plain = cookie("ecou-form", false);
    private final CsrfTokenRepository secure = cookie("__Host-ecou-form", true);

    FormTokens(PublicAddress address) {
        this.address = address;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return address.secure(request) ? secure : plain;
    }

    private static CsrfTokenRepository cookie(String name, boolean secure) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(name);
        repository.setCookiePath("/");
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookieCustomizer(
                cookie -> cookie.secure(secure).httpOnly(true).sameSite("Lax").path("/"));
        return repository;
    }
}
