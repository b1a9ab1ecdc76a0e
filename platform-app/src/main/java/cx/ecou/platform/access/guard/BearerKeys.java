package cx.ecou.platform.access.guard;

import cx.ecou.kernel.ApiClient;
import cx.ecou.platform.access.key.KeyAuthentication;
import cx.ecou.platform.access.key.KeyRing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer <key>}. A key that is shown must be right, also where none is needed. */
final class BearerKeys extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final KeyRing ring;
    private final AuthenticationEntryPoint refusal;

    BearerKeys(KeyRing ring, AuthenticationEntryPoint refusal) {
        this.ring = ring;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiClient> client = key(shown).flatMap(ring::recognise);
        if (client.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("unknown, expired or revoked key"));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(new KeyAuthentication(client.get())));
        chain.doFilter(request, response);
    }

    private static Optional<String> key(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
