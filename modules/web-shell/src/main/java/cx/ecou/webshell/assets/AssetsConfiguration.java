package cx.ecou.webshell.assets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves styles, scripts, icons and fonts. A page names {@code @{/assets/ecou/css/shell.css}} and gets an address with
 * the fingerprint of all assets in it, which a browser may keep for a year; the scripts and sheets behind it find each
 * other by relative paths, so the fingerprint stays in front of all of them.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AssetsConfiguration implements WebMvcConfigurer {

    private static final String OWN = "classpath:/static/assets/";
    private static final String INTER = "classpath:/META-INF/resources/_static/inter/5.2.5/files/";

    private final String fingerprint = Fingerprint.ofResources("classpath*:/static/assets/**");

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forAYear = CacheControl.maxAge(java.time.Duration.ofDays(365))
                .cachePublic()
                .immutable();
        registry.addResourceHandler("/assets/" + fingerprint + "/fonts/**")
                .addResourceLocations(INTER)
                .setCacheControl(forAYear);
        registry.addResourceHandler("/assets/" + fingerprint + "/**")
                .addResourceLocations(OWN)
                .setCacheControl(forAYear);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(OWN)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(fingerprint, "/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(forAYear)
                .resourceChain(true);
    }
}
