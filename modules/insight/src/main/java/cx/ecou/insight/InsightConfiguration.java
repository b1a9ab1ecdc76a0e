package cx.ecou.insight;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module declares about itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InsightSettings.class)
class InsightConfiguration {

    @Bean
    ModuleSchema insightSchema() {
        return new ModuleSchema("insight", 7);
    }

    @Bean
    TextBundle insightTexts() {
        return new TextBundle("texts/insight/messages");
    }

    @Bean
    NavigationEntry dashboardEntry() {
        return new NavigationEntry(
                "dashboard", "/dashboard", "layout-dashboard", NavigationEntry.Group.MAIN, 10, Set.of(Role.values()));
    }

    @Bean
    BaseRule baseRule(InsightSettings settings) {
        return settings.baseRule();
    }
}
