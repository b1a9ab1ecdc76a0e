package cx.ecou.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.kernel.Role;
import cx.ecou.platform.audit.chain.Linking;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the audit log brings along: its schema, its texts, its place in the menu, and the task that links its entries. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final int SECONDS = 10;

    /** Owned by whoever owns the events, where that is not the application. */
    @Bean
    ModuleSchema auditSchema() {
        return ModuleSchema.guarded("audit", 0);
    }

    @Bean
    TextBundle auditTexts() {
        return new TextBundle("texts/audit/messages");
    }

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry("audit", "/audit", "fingerprint", NavigationEntry.Group.RUN, 93, Set.of(Role.ADMIN));
    }

    @Bean
    Linking auditLinking(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Linking(dataSource, new TransactionTemplate(transactions));
    }

    @Bean
    RecurringTask<Void> linkAuditEntries(Linking linking) {
        return Tasks.recurring("audit.link", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> linking.link());
    }
}
