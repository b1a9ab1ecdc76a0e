package cx.ecou.feedback.write.imports.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param number its place below the header, from 1
 * @param cells as they stand there, without quotes
 * @param fault stable name of what keeps the row from being read: {@code ragged-row}, {@code unbalanced-quotes},
 *     {@code huge-cell}, {@code broken-text}; null for a sound one
 */
public record Row(long number, List<String> cells, @Nullable String fault) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The row without what it says: cells may be personal. */
    @Override
    public String toString() {
        return "Row[" + number + ", " + cells.size() + " cells, " + fault + "]";
    }
}
