package cx.ecou.feedback.write.imports;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not recorded.
 *
 * @param number its place below the header, from 1
 * @param subjectId whom it is about, if it has the key of a source
 * @param problems why, at least one; each with the column where it lies, or the field where no column is mapped
 * @param cells as they stood in the file, shortened where they are long; empty once that person is erased
 */
public record RejectedRow(long number, @Nullable UUID subjectId, List<FieldProblem> problems, List<String> cells) {

    /** The same of somebody who has been erased. */
    RejectedRow withoutCells() {
        return new RejectedRow(number, subjectId, problems, List.of());
    }

    @Override
    public String toString() {
        return "RejectedRow[" + number + ", " + problems + "]";
    }
}
