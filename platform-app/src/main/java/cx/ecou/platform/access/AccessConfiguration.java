package cx.ecou.platform.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What access brings along: its schema, its texts, its places in the menu, and an hourly sweep of what has ended. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ModuleSchema accessSchema() {
        return new ModuleSchema("access", 0);
    }

    @Bean
    TextBundle accessTexts() {
        return new TextBundle("texts/access/messages");
    }

    @Bean
    NavigationEntry accountsEntry() {
        return new NavigationEntry("accounts", "/accounts", "users", NavigationEntry.Group.RUN, 80, Set.of(Role.ADMIN));
    }

    @Bean
    NavigationEntry apiKeysEntry() {
        return new NavigationEntry("api-keys", "/api-keys", "key", NavigationEntry.Group.RUN, 90, Set.of(Role.ADMIN));
    }

    @Bean
    RecurringTask<Void> accessSweep(List<Sweep> sweeps) {
        return Tasks.recurring("access.sweep", FixedDelay.ofHours(1))
                .execute((instance, context) -> sweeps.forEach(Sweep::sweep));
    }
}
