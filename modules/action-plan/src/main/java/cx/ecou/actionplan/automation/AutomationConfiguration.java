package cx.ecou.actionplan.automation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import cx.ecou.actionplan.write.customercase.OpenCase;
import cx.ecou.eventstore.ReactionGroup;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reactions begin with what happens from now on; appointments are kept by the scheduler. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    @Bean
    ReactionGroup opensCases() {
        return new ReactionGroup(OpenCase.PROCESSING_GROUP);
    }

    @Bean
    ReactionGroup watchesDueTimes() {
        return new ReactionGroup(WhenCaseOpensThenWatchItsDueTime.PROCESSING_GROUP);
    }

    @Bean
    Task<Void> escalateCase(WhenCaseIsOverdueThenEscalate escalation) {
        return Tasks.custom(WhenCaseIsOverdueThenEscalate.TASK)
                .execute((appointment, context) -> escalation.onDue(
                        UUID.fromString(appointment.getId()),
                        context.getExecution().getExecutionTime()));
    }
}
