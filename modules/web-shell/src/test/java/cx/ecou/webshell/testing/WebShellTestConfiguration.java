package cx.ecou.webshell.testing;

import cx.ecou.kernel.Actor;
import cx.ecou.webshell.texts.MissingText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Found by every test that has this jar on its class path: a missing text fails, and {@link SignedIn} is believed. */
@AutoConfiguration(before = cx.ecou.webshell.WebShellConfiguration.class)
@ConditionalOnWebApplication
public class WebShellTestConfiguration {

    @Bean
    MissingText missingTextsFail() {
        return (key, locale) -> {
            throw new IllegalStateException("there is no text " + key + " in " + locale);
        };
    }

    @Bean
    OncePerRequestFilter signedInFilter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!(request.getAttribute(SignedIn.ACTOR) instanceof Actor actor)) {
                    chain.doFilter(request, response);
                    return;
                }
                try {
                    SecurityContextHolder.setContext(new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of())));
                    chain.doFilter(request, response);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            }
        };
    }
}
