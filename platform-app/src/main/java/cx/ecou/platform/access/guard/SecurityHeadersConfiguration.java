package cx.ecou.platform.access.guard;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The headers that every answer carries: pages, JSON, errors, stylesheets, refusals of the firewall. They are written
 * before anything else looks at the request.
 */
@Configuration(proxyBeanMethods = false)
class SecurityHeadersConfiguration {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeaders() {
        var filter = new HeaderWriterFilter(List.of(always(), strictTransport()));
        filter.setShouldWriteHeadersEagerly(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static HeaderWriter always() {
        return new StaticHeadersWriter(List.of(
                new Header("Content-Security-Policy", CONTENT_SECURITY_POLICY),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("X-Frame-Options", "DENY"),
                new Header("Referrer-Policy", "same-origin"),
                new Header("Cross-Origin-Opener-Policy", "same-origin"),
                new Header("Cross-Origin-Resource-Policy", "same-origin"),
                new Header(
                        "Permissions-Policy",
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()")));
    }

    /** Only over TLS, and only for this host: whether its neighbours speak TLS is not ours to say. */
    private static HeaderWriter strictTransport() {
        var writer = new HstsHeaderWriter();
        writer.setMaxAgeInSeconds(A_YEAR);
        writer.setIncludeSubDomains(false);
        return writer;
    }
}
