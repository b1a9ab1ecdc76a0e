package cx.ecou.segment.web;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.layout.NavigationEntry.Group;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where segments stand in the menu. */
@Configuration(proxyBeanMethods = false)
class SegmentWebConfiguration {

    private static final int BEHIND_CUSTOMERS = 40;

    @Bean
    NavigationEntry segmentsEntry() {
        return new NavigationEntry(
                "segments", "/segments", "users-group", Group.LISTEN, BEHIND_CUSTOMERS, Set.of(Role.values()));
    }
}
