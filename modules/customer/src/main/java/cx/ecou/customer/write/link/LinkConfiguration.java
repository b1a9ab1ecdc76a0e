package cx.ecou.customer.write.link;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of old links. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    private static final int HOURS = 24;

    @Bean
    Task<Void> forgetOldPreferenceLinks(PreferenceLinks links) {
        return Tasks.recurring("customer.forget-old-preference-links", FixedDelay.ofHours(HOURS))
                .execute((task, context) -> links.forgetOld());
    }
}
