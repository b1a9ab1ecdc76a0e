package cx.ecou.feedback.write.imports.file;

import cx.ecou.webshell.problems.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file turns out to be when it is read once from beginning to end.
 *
 * @param header names of the columns
 * @param rows how many there are below the header
 */
public record FileTable(FileShape shape, List<String> header, long rows) {

    private static final int BEGINNING = 128 * 1024;

    public FileTable {
        header = List.copyOf(header);
    }

    /** The shape of a file in this encoding, guessed from its beginning. */
    public static FileShape guess(FileContent content, TextEncoding encoding) {
        try (InputStream in = content.open()) {
            var text = encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(in.readNBytes(BEGINNING)))
                    .toString();
            return ShapeGuess.of(encoding, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws InvalidInput naming what keeps it from being a table with at least one row
     */
    public static FileTable read(FileContent content, FileShape shape) {
        try (CsvRows rows = CsvRows.of(content, shape)) {
            long count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            if (count == 0) {
                throw InvalidInput.of("file", "no-rows", "The file has a header, but no row below it.");
            }
            return new FileTable(shape, rows.header(), count);
        }
    }

    /** The first rows of a file, for showing them and for guessing what the columns are. */
    public static List<Row> firstRows(FileContent content, FileShape shape, int most) {
        List<Row> first = new ArrayList<>();
        try (CsvRows rows = CsvRows.of(content, shape)) {
            while (rows.hasNext() && first.size() < most) {
                first.add(rows.next());
            }
        }
        return first;
    }
}
