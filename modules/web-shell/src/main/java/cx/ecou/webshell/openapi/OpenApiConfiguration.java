package cx.ecou.webshell.openapi;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/** Gathers the description of the API from all modules. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiController.class)
public class OpenApiConfiguration {

    private static final int LAST = 90;

    @Bean
    ApiDescription apiDescription(ResourceLoader resources) {
        return new ApiDescription(
                () -> DescriptionPart.readAll(ResourcePatternUtils.getResourcePatternResolver(resources)));
    }

    @Bean
    TextBundle openApiTexts() {
        return new TextBundle("texts/openapi/messages");
    }

    @Bean
    NavigationEntry developersEntry() {
        return new NavigationEntry(
                "developers", "/developers", "file-text", NavigationEntry.Group.RUN, LAST, Set.of(Role.ADMIN));
    }
}
