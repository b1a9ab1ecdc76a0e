package cx.ecou.customer.web.company;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where companies stand in the menu, and the words of their pages. */
@Configuration(proxyBeanMethods = false)
class CompanyPagesConfiguration {

    private static final int BEHIND_CUSTOMERS = 15;

    @Bean
    NavigationEntry companiesEntry() {
        return new NavigationEntry(
                "companies",
                "/companies",
                "building-store",
                NavigationEntry.Group.LISTEN,
                BEHIND_CUSTOMERS,
                Set.of(Role.values()));
    }

    @Bean
    TextBundle companyTexts() {
        return new TextBundle("texts/customer/companies");
    }
}
