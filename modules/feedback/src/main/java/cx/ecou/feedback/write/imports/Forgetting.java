package cx.ecou.feedback.write.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what imports keep of people when it has served: a file that nobody goes on with after a day (halted: a
 * week), the rejected rows after two weeks. That there was an import, and what came of it, stays.
 */
@Component
class Forgetting {

    private final ImportTable imports;
    private final Chunks chunks;
    private final RejectedRows rejected;
    private final Clock clock;

    Forgetting(ImportTable imports, Chunks chunks, RejectedRows rejected, Clock clock) {
        this.imports = imports;
        this.chunks = chunks;
        this.rejected = rejected;
        this.clock = clock;
    }

    /** @return when to look again; empty when nothing is left to forget */
    @Transactional
    public Optional<Instant> forget(UUID importId) {
        return imports.lock(importId).flatMap(this::forget);
    }

    private Optional<Instant> forget(FeedbackImport imported) {
        Instant due = imported.changedAt().plus(kept(imported.status()));
        if (due.isAfter(clock.instant())) {
            return Optional.of(due);
        }
        UUID importId = imported.importId();
        if (!imports.deleteUnlessBegun(importId)) {
            chunks.delete(importId);
            rejected.delete(importId);
            imports.move(importId, ImportStatus.ABANDONED, ImportStatus.PAUSED, ImportStatus.STOPPED);
        }
        return Optional.empty();
    }

    private static Duration kept(ImportStatus status) {
        return switch (status) {
            case UPLOADING, UPLOADED, CHECKING, CHECKED, RUNNING -> ImportTasks.UNUSED;
            case PAUSED, STOPPED, ABANDONED -> ImportTasks.HALTED;
            case DONE -> ImportTasks.REJECTED_ROWS_KEPT;
        };
    }
}
