package cx.ecou.feedback.write.imports.file;

import cx.ecou.webshell.problems.InvalidInput;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file below its header, one after the other; the file is never in memory as a whole. A row whose quotes do
 * not fit is one bad row: reading goes on in the line after the one in which it began.
 */
public final class CsvRows implements Iterator<Row>, AutoCloseable {

    /** Stands where bytes were not of the encoding; no text has it otherwise. */
    static final char BROKEN = '\uFFFF';

    static final int UNBALANCED_ROWS = 20;
    private static final int LONGEST_CELL = 4 * 1024 * 1024;

    private final FileContent content;
    private final FileShape shape;
    private final Header header;
    private final Cells cells = new Cells();
    private CsvReader<List<String>> reader;
    private Iterator<List<String>> records;
    private long number;
    private int unbalanced;
    private @Nullable Row next;

    private CsvRows(FileContent content, FileShape shape) {
        this.content = content;
        this.shape = shape;
        this.reader = open(0);
        this.records = reader.iterator();
        this.header = readHeader();
        this.next = read();
    }

    /**
     * Opens a file at its first row.
     *
     * @throws InvalidInput when it has no header that can be read
     */
    public static CsvRows of(FileContent content, FileShape shape) {
        return new CsvRows(content, shape);
    }

    /** The names of the columns, each once. */
    public List<String> header() {
        return header.names();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** @throws InvalidInput when too many rows have unbalanced quotes: then the file is written in another way */
    @Override
    public Row next() {
        Row current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return current;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Header readHeader() {
        try {
            return Header.of(records.hasNext() ? records.next() : List.of());
        } catch (CsvParseException e) {
            throw unbalancedFile(0);
        }
    }

    private @Nullable Row read() {
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (CsvParseException e) {
            return afterBroken(e);
        }
    }

    private Row row(List<String> read) {
        return new Row(++number, read, fault(read));
    }

    private @Nullable String fault(List<String> read) {
        if (read.stream().anyMatch(cell -> cell.indexOf(BROKEN) >= 0)) {
            return "broken-text";
        }
        return header.fits(read) ? null : "ragged-row";
    }

    private Row afterBroken(CsvParseException broken) {
        if (++unbalanced > UNBALANCED_ROWS) {
            throw unbalancedFile(number + 1);
        }
        close();
        reader = open(cells.line());
        records = reader.iterator();
        boolean huge = String.valueOf(broken.getMessage()).contains("buffer size");
        return new Row(++number, List.of(), huge ? "huge-cell" : "unbalanced-quotes");
    }

    private static InvalidInput unbalancedFile(long row) {
        return InvalidInput.of(
                "file",
                "unbalanced-quotes",
                "Up to row " + row + " the quotes of too many rows do not fit. State the file's delimiter and quote.");
    }

    private CsvReader<List<String>> open(long linesToSkip) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(shape.delimiter())
                    .quoteCharacter(shape.quote())
                    .allowUnclosedQuote(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_CELL)
                    .build(cells.startingAfter(linesToSkip), text(linesToSkip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader text(long linesToSkip) throws IOException {
        var decoder = shape.encoding()
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(BROKEN));
        var text = new PushbackReader(new BufferedReader(new InputStreamReader(content.open(), decoder)), 1);
        pass(text, '\uFEFF');
        for (long line = 0; line < linesToSkip; line++) {
            skipLine(text);
        }
        return text;
    }

    private static void skipLine(PushbackReader text) throws IOException {
        int c = text.read();
        while (c >= 0 && c != '\n' && c != '\r') {
            c = text.read();
        }
        if (c == '\r') {
            pass(text, '\n');
        }
    }

    private static void pass(PushbackReader text, char passed) throws IOException {
        int next = text.read();
        if (next >= 0 && next != passed) {
            text.unread(next);
        }
    }
}
