package cx.ecou.webshell;

import cx.ecou.webshell.access.CurrentActorResolver;
import cx.ecou.webshell.access.PublicAddress;
import cx.ecou.webshell.access.RouteGuard;
import cx.ecou.webshell.assets.AssetsConfiguration;
import cx.ecou.webshell.format.FormatConfiguration;
import cx.ecou.webshell.layout.LayoutConfiguration;
import cx.ecou.webshell.openapi.OpenApiConfiguration;
import cx.ecou.webshell.problems.ProblemsConfiguration;
import cx.ecou.webshell.texts.LanguageChoice;
import cx.ecou.webshell.texts.TextsConfiguration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Brings the shell into any application that has this module on its class path; nothing needs to be named. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration"
        })
@PropertySource("classpath:cx/ecou/webshell/defaults.properties")
@Import({
    AssetsConfiguration.class,
    FormatConfiguration.class,
    LayoutConfiguration.class,
    OpenApiConfiguration.class,
    ProblemsConfiguration.class,
    PublicAddress.class,
    TextsConfiguration.class
})
public class WebShellConfiguration implements WebMvcConfigurer {

    private final LanguageChoice languageChoice;

    WebShellConfiguration(LanguageChoice languageChoice) {
        this.languageChoice = languageChoice;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languageChoice);
        registry.addInterceptor(new RouteGuard());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentActorResolver());
    }
}
