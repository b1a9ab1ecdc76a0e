package cx.ecou.feedback.write.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.privacy.ClearText;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the scheduler does for imports. */
@Configuration(proxyBeanMethods = false)
class ImportTaskConfiguration {

    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final int RETRIES = 40;

    /** A node that fails tries again soon; one that dies leaves it to another. */
    @Bean
    Task<Void> runImport(ImportRun run, ImportTable imports, TransactionTemplate transaction, Clock clock) {
        return Tasks.custom(ImportTasks.RUN, Void.class)
                .onFailure((failed, operations) -> {
                    if (failed.getExecution().consecutiveFailures < RETRIES) {
                        operations.reschedule(failed, clock.instant().plus(RETRY));
                    } else {
                        run.stop(UUID.fromString(failed.getExecution().getId()), "unexpected");
                        operations.remove();
                    }
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    UUID importId = UUID.fromString(instance.getId());
                    run.run(importId, () -> context.getSchedulerState().isShuttingDown());
                    return new Ending(importId, imports, transaction, clock);
                });
    }

    /** Rows that name nobody by a key are deleted with all others of their import, two weeks after it. */
    @Bean
    ClearText clearTextOfRejectedRows() {
        return ClearText.apart(new ModelTable("feedback", "import_rejected")).and("'{}'", "cells");
    }

    @Bean
    Task<Void> forgetImport(Forgetting forgetting) {
        return Tasks.custom(ImportTasks.FORGET, Void.class)
                .execute((instance, context) -> (complete, operations) -> forgetting
                        .forget(UUID.fromString(instance.getId()))
                        .ifPresentOrElse(next -> operations.reschedule(complete, next), operations::remove));
    }

    /** Takes the task away, unless somebody resumed the import while its last list was being stored. */
    private record Ending(UUID importId, ImportTable imports, TransactionTemplate transaction, Clock clock)
            implements CompletionHandler<Void> {

        @Override
        public void complete(ExecutionComplete complete, ExecutionOperations<Void> operations) {
            transaction.executeWithoutResult(status -> {
                boolean goesOn = imports.lock(importId)
                        .filter(one -> one.status().isActive())
                        .isPresent();
                if (goesOn) {
                    operations.reschedule(complete, clock.instant());
                } else {
                    operations.remove();
                }
            });
        }
    }
}
