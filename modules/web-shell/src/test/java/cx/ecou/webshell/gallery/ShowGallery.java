package cx.ecou.webshell.gallery;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.WebShellTestApplication;
import cx.ecou.webshell.testing.SignedIn;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Run it and open {@code /gallery}: everybody who comes is Ilinca P., an administrator. */
final class ShowGallery {

    /** As the platform sends it: what breaks here would break there. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private ShowGallery() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(WebShellTestApplication.class, SignsEverybodyIn.class).run(arguments);
    }

    static class SignsEverybodyIn {

        @Bean
        FilterRegistrationBean<Filter> everybodyIsIlinca() {
            var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                ((HttpServletResponse) response).setHeader("Content-Security-Policy", POLICY);
                SignedIn.mark(request, SignedIn.colleague("Ilinca P.", Role.ADMIN));
                chain.doFilter(request, response);
            });
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
