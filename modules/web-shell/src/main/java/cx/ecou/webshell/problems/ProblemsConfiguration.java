package cx.ecou.webshell.problems;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads JSON strictly and answers requests that went wrong. */
@Configuration(proxyBeanMethods = false)
@Import(FailureController.class)
public class ProblemsConfiguration {

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    ProblemTexts problemTexts(MessageSource texts) {
        return new ProblemTexts(texts);
    }

    @Bean
    ProblemJson problemJson(StrictJson json) {
        return new ProblemJson(json.mapper());
    }

    @Bean
    Failures failures(ProblemTexts texts, ProblemJson json) {
        return new Failures(new ProblemCatalogue(texts), json, new ErrorPages(texts));
    }

    /**
     * Bounds for {@code /api}.
     *
     * @param largest {@code ecou.api.largest-body}, by default 16 MB: 5,000 long pieces of feedback
     */
    @Bean
    FilterRegistrationBean<BodyGuard> bodyGuard(
            @Value("${ecou.api.largest-body:16MB}") DataSize largest, ProblemJson json) {
        var registration = new FilterRegistrationBean<>(new BodyGuard(largest, json));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    /** Only the security headers are written before. */
    @Bean
    FilterRegistrationBean<UploadGuard> uploadGuard(ObjectProvider<UploadRoute> routes, ProblemJson json) {
        var registration =
                new FilterRegistrationBean<>(new UploadGuard(routes.stream().toList(), json));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastWords(ProblemJson json) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new LastWords(json)));
    }

    @Bean
    WebMvcConfigurer strictAndExplained(StrictJson json, Failures failures) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
            }

            /** After the {@code @ExceptionHandler}s of a controller, before Spring's own words. */
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(1, failures::resolve);
            }
        };
    }
}
