package cx.ecou.segment.automation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node of all keeps memberships up to date. */
@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {

    private static final int SECONDS = 2;

    @Bean
    Task<Void> keepMemberships(KeepingMembership keeping) {
        return Tasks.recurring("segment.memberships", FixedDelay.ofSeconds(SECONDS))
                .execute((task, context) -> keeping.catchUp());
    }
}
