package cx.ecou.actionplan.api;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API does at regular times. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    private static final int HOURS = 6;

    @Bean
    Task<Void> forgetOldAnswers(RepeatableRequests requests) {
        return Tasks.recurring("action-plan.forget-old-answers", FixedDelay.ofHours(HOURS))
                .execute((task, context) -> requests.forgetOld());
    }
}
