package cx.ecou.feedback.write.imports.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one record after the other, and remembers in which line the last one began. */
final class Cells extends AbstractBaseCsvCallbackHandler<List<String>> {

    private static final int MOST = 2_000;

    private List<String> cells = new ArrayList<>();
    private long skipped;
    private long line;

    /** For a reader that begins further down in the file. */
    Cells startingAfter(long lines) {
        skipped = lines;
        line = lines;
        return this;
    }

    /** Line of the file, from 1, in which the record begins that was read last, or that could not be read. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = skipped + startingLine;
        cells = new ArrayList<>(cells.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index < MOST) {
            cells.add(new String(buffer, offset, length));
        }
    }

    @Override
    protected void handleEmpty() {
        cells.add("");
    }

    @Override
    protected List<String> buildRecord() {
        return cells;
    }
}
