package cx.ecou.feedback.write.imports;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;

/**
 * A row that was not recorded.
 *
 * @param number its place below the header, from 1
 * @param problems why, at least one; each with the column where it lies, or the field where no column is mapped
 * @param cells as they stood in the file, shortened where they are long
 */
public record RejectedRow(long number, List<FieldProblem> problems, List<String> cells) {

    @Override
    public String toString() {
        return "RejectedRow[" + number + ", " + problems + "]";
    }
}
