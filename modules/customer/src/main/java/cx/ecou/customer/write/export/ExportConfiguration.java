package cx.ecou.customer.write.export;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the scheduler does for exports. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int RETRIES = 40;
    private static final int MINUTES = 15;

    /** A node that fails tries again soon; one that dies leaves it to another. */
    @Bean
    Task<Void> prepareExport(ExportPreparation preparation) {
        return Tasks.oneTime(Exports.TASK)
                .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                        .retryEvery(PAUSE)
                        .thenRemove(failed -> preparation.giveUp(
                                UUID.fromString(failed.getExecution().getId()))))
                .execute((instance, context) -> preparation.prepare(UUID.fromString(instance.getId())));
    }

    @Bean
    Task<Void> clearExports(ExportTable exports) {
        return Tasks.recurring("customer.clear-exports", FixedDelay.ofMinutes(MINUTES))
                .execute((task, context) -> exports.clear());
    }
}
