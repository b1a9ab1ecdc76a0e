package cx.ecou.actionplan;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.webshell.texts.TextBundle;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the platform must know of this module: its schema, its events, its texts, its settings. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class ActionPlanConfiguration {

    private static final int RANK = 6;

    @Bean
    ModuleSchema actionPlanSchema() {
        return new ModuleSchema("action-plan", RANK);
    }

    @Bean
    TextBundle actionPlanTexts() {
        return new TextBundle("texts/action-plan/messages");
    }

    @Bean
    EventRegister actionPlanEvents() {
        return new EventRegister("action-plan", ActionPlanEvent.class);
    }
}
