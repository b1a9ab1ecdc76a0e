package cx.ecou.insight.web.customer;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where customers stand in the menu, and the words of their pages. */
@Configuration(proxyBeanMethods = false)
class CustomerPagesConfiguration {

    private static final int FIRST = 10;

    @Bean
    NavigationEntry customersEntry() {
        return new NavigationEntry(
                "customers", "/customers", "users", NavigationEntry.Group.LISTEN, FIRST, Set.of(Role.values()));
    }

    @Bean
    TextBundle customerPageTexts() {
        return new TextBundle("texts/insight/customers");
    }
}
