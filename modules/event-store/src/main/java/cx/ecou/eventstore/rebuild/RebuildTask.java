package cx.ecou.eventstore.rebuild;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** What the scheduler does for rebuilds: one task for each read model, on one node at a time. */
final class RebuildTask {

    private static final Logger log = LoggerFactory.getLogger(RebuildTask.class);

    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final int RETRIES = 40;

    private final Rebuilds models;
    private final RebuildRun run;
    private final RebuildTable rebuilds;
    private final TransactionOperations transaction;
    private final Clock clock;

    RebuildTask(
            Rebuilds models, RebuildRun run, RebuildTable rebuilds, TransactionOperations transaction, Clock clock) {
        this.models = models;
        this.run = run;
        this.rebuilds = rebuilds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A node that fails tries again soon; one that dies leaves it to another. */
    Task<Void> task() {
        return Tasks.custom(Rebuilds.TASK, Void.class)
                .onFailure(this::tryAgain)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    // A read model that this program has no more is not rebuilt any more.
                    models.find(instance.getId())
                            .ifPresentOrElse(
                                    model -> run.run(
                                            model,
                                            () -> context.getSchedulerState().isShuttingDown()),
                                    () -> rebuilds.cancel(instance.getId()));
                    return new Ending(instance.getId());
                });
    }

    private void tryAgain(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        if (failed.getExecution().consecutiveFailures >= RETRIES) {
            RebuildFailure failure = RebuildFailure.of(failed.getCause().orElseGet(IllegalStateException::new));
            rebuilds.find(failed.getExecution().getId()).ifPresent(rebuild -> run.stop(rebuild, failure));
        }
        // Once more also after it was given up: to clear away what is left.
        unlessTakenOver(
                failed.getExecution().getId(),
                () -> operations.reschedule(failed, clock.instant().plus(RETRY)));
    }

    /** Only the node that has the task says what becomes of it: one that was frozen for long has lost it to another. */
    private static void unlessTakenOver(String processingGroup, Runnable ending) {
        try {
            ending.run();
        } catch (ExecutionException e) {
            log.info("{} is not rebuilt any further here: another node has taken over", processingGroup);
        }
    }

    /** Takes the task away, unless there is something to do: the node is stopping, or somebody began anew meanwhile. */
    private final class Ending implements CompletionHandler<Void> {

        private final String processingGroup;

        Ending(String processingGroup) {
            this.processingGroup = processingGroup;
        }

        @Override
        public void complete(ExecutionComplete complete, ExecutionOperations<Void> operations) {
            unlessTakenOver(processingGroup, () -> end(complete, operations));
        }

        private void end(ExecutionComplete complete, ExecutionOperations<Void> operations) {
            transaction.executeWithoutResult(status -> {
                boolean goesOn = rebuilds.lock(processingGroup)
                        .filter(rebuild -> rebuild.state().isActive())
                        .isPresent();
                if (goesOn) {
                    operations.reschedule(complete, Rebuilds.AT_ONCE);
                } else {
                    operations.remove();
                }
            });
        }
    }
}
