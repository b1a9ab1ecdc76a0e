package cx.ecou.customer;

import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.webshell.texts.TextBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the house needs to know of this module. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    private static final int RANK = 1;

    @Bean
    ModuleSchema customerSchema() {
        return new ModuleSchema("customer", RANK);
    }

    @Bean
    TextBundle preferenceTexts() {
        return new TextBundle("texts/customer/preferences");
    }

    @Bean
    TextBundle exportTexts() {
        return new TextBundle("texts/customer/exports");
    }

    @Bean
    TextBundle erasureTexts() {
        return new TextBundle("texts/customer/erasure");
    }

    @Bean
    TextBundle retentionTexts() {
        return new TextBundle("texts/customer/retention");
    }

    @Bean
    TextBundle customerTexts() {
        return new TextBundle("texts/customer/messages");
    }

    @Bean
    TextBundle personTexts() {
        return new TextBundle("texts/customer/persons");
    }

    @Bean
    EventRegister customerEvents() {
        return new EventRegister("customer", CustomerEvent.class);
    }
}
