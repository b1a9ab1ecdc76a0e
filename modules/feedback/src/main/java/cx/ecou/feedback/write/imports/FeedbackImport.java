package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param stoppedBecause stable name of what stopped it, else null
 * @param rows how many the file has below its header
 * @param shape how the file is written; null until that is found out
 * @param mapping what its columns mean; null until that is stated
 * @param tally what became of the rows read so far, in the check or in the import
 * @param startedBy name of the colleague or program
 * @param startedAt when the first row was recorded or checked
 */
public record FeedbackImport(
        UUID importId,
        String fileName,
        ImportStatus status,
        @Nullable String stoppedBecause,
        long bytes,
        long rows,
        @Nullable FileShape shape,
        List<String> header,
        @Nullable Mapping mapping,
        Tally tally,
        String startedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant changedAt) {

    /** How much of it is done, in whole percent. */
    public int percent() {
        return rows == 0 ? 0 : (int) (tally.read() * 100 / rows);
    }

    /** What stopped it, as a problem that has a text; null when nothing did. */
    public @Nullable FieldProblem stopped() {
        return stoppedBecause == null
                ? null
                : new FieldProblem("", stoppedBecause, "It stopped: " + stoppedBecause + ".");
    }
}
