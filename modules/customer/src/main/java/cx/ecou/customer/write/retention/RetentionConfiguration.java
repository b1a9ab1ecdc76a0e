package cx.ecou.customer.write.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import cx.ecou.kernel.Reporting;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node of all erases by rule, every night. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);

    @Bean
    Task<Void> carryOutRetention(Retention retention, Reporting reporting) {
        return Tasks.recurring("customer.retention", Schedules.daily(reporting.timeZone(), AT_NIGHT))
                .execute((task, context) -> retention.run(
                        Retention.MOST_IN_A_RUN,
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
