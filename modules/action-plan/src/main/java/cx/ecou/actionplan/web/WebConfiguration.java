package cx.ecou.actionplan.web;

import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.CurrentActor;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.layout.NavigationEntry.Group;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where cases stand in the menu. What waits there is the reader's own work. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final int THIRD = 30;

    @Bean
    NavigationEntry casesEntry(CaseFiles cases) {
        return new NavigationEntry(
                "cases",
                "/cases",
                "layout-kanban",
                Group.MAIN,
                THIRD,
                Set.of(Role.values()),
                () -> CurrentActor.colleague()
                        .map(me -> cases.waitingFor(me.id()))
                        .orElse(0L));
    }
}
