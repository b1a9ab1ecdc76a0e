package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.FeedbackImport;
import cx.ecou.feedback.write.imports.ImportStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much longer an import will take, from how long it has taken. */
final class ImportProgress {

    private static final int TOLD_FROM_ROWS = 2_000;

    private ImportProgress() {}

    /** Null as long as it cannot be said, or nothing goes on. */
    static @Nullable Duration left(FeedbackImport imported, Instant now) {
        long read = imported.tally().read();
        if (imported.status() != ImportStatus.RUNNING || imported.startedAt() == null || read < TOLD_FROM_ROWS) {
            return null;
        }
        Duration passed = Duration.between(imported.startedAt(), now);
        return passed.multipliedBy(imported.rows() - read).dividedBy(read);
    }
}
