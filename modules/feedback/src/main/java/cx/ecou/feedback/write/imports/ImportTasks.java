package cx.ecou.feedback.write.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the scheduler for what imports need: to be run, and to be forgotten. Joins the caller's transaction. */
@Component
class ImportTasks {

    static final String RUN = "feedback.run-import";
    static final String FORGET = "feedback.forget-import";

    /** A file that nobody goes on with is personal data without a purpose. */
    static final Duration UNUSED = Duration.ofHours(24);

    /** So long a halted import can go on. */
    static final Duration HALTED = Duration.ofDays(7);

    /** So long the rejected rows can be fetched. */
    static final Duration REJECTED_ROWS_KEPT = Duration.ofDays(14);

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportTasks(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** When it is running at this moment, it goes on by itself: it looks at the status before it ends. */
    void run(UUID importId) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(RUN, importId.toString()), clock.instant());
    }

    void forgetUnlessUsed(UUID importId) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<Void>(FORGET, importId.toString()),
                        clock.instant().plus(UNUSED));
    }
}
