package cx.ecou.platform.access.session;

import cx.ecou.webshell.access.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that carries a session. Over TLS it is called {@code __Host-ecou}: browsers then accept it only from this
 * very host, with Secure and for all paths. Over plain HTTP they would refuse that name, so there it is {@code ecou};
 * neither kind is ever read on the other.
 */
@Component
public class SessionCookie {

    private static final String NAME = "ecou";
    private static final String HOST_ONLY = "__Host-";

    private final PublicAddress address;

    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request))).map(Cookie::getValue);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, token).build().toString());
    }

    /** Only what is there is taken away: other answers set no cookie. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        if (read(request).isPresent()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie(request, "").maxAge(0).build().toString());
        }
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(address.secure(request))
                .sameSite("Lax");
    }

    private String name(HttpServletRequest request) {
        return address.secure(request) ? HOST_ONLY + NAME : NAME;
    }
}
