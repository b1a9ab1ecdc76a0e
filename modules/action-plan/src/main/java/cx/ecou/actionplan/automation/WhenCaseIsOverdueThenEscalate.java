package cx.ecou.actionplan.automation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import cx.ecou.actionplan.read.workload.Workload;
import cx.ecou.actionplan.write.customercase.EscalateCase;
import cx.ecou.kernel.DomainRuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * At its due time a case whose customer has not heard from us is brought before a manager. This asks; the case decides
 * whether it is still so, and says no a second time. While there is nobody to be told it asks again later.
 */
@Component
class WhenCaseIsOverdueThenEscalate {

    /** One appointment for each case, named by its id; it carries nothing else. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("action-plan.escalate-case");

    private static final Logger log = LoggerFactory.getLogger(WhenCaseIsOverdueThenEscalate.class);
    private static final FixedDelay UNTIL_SOMEBODY_IS_THERE = FixedDelay.of(Duration.ofMinutes(15));

    private final Owners owners;
    private final Workload workload;
    private final CommandGateway commands;
    private final TransactionOperations transaction;
    private final Clock clock;

    WhenCaseIsOverdueThenEscalate(
            Owners owners, Workload workload, CommandGateway commands, TransactionOperations transaction, Clock clock) {
        this.owners = owners;
        this.workload = workload;
        this.commands = commands;
        this.transaction = transaction;
        this.clock = clock;
    }

    CompletionHandler<Void> onDue(UUID caseId, Instant appointedAt) {
        Optional<UUID> manager = owners.forEscalation(caseId);
        if (manager.isEmpty()) {
            log.debug("Case {} is overdue, and there is no manager and no administrator to be told.", caseId);
            return new OnCompleteReschedule<>(UNTIL_SOMEBODY_IS_THERE);
        }
        Instant now = clock.instant();
        escalate(new EscalateCase(caseId, manager.get(), now.isBefore(appointedAt) ? appointedAt : now));
        return new OnCompleteRemove<>();
    }

    private void escalate(EscalateCase command) {
        try {
            transaction.executeWithoutResult(status -> {
                commands.sendAndWait(command);
                workload.escalate(command.caseId(), command.to(), command.at());
            });
        } catch (DomainRuleViolation rule) {
            if (!isOfTheCase(rule)) {
                throw rule;
            }
            log.debug("Case {} does not escalate: {}", command.caseId(), rule.code());
        }
    }

    /** The case itself says that it is no longer due. What cannot be decided now stays an appointment. */
    private static boolean isOfTheCase(DomainRuleViolation rule) {
        return rule.code().startsWith("case.");
    }
}
