package cx.ecou.customer.web.retention;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.layout.NavigationEntry.Group;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where retention stands in the menu. */
@Configuration(proxyBeanMethods = false)
class RetentionWebConfiguration {

    private static final int BEFORE_THE_AUDIT_LOG = 92;

    @Bean
    NavigationEntry retentionEntry() {
        return new NavigationEntry(
                "retention", "/retention", "clock", Group.RUN, BEFORE_THE_AUDIT_LOG, Set.of(Role.ADMIN));
    }
}
