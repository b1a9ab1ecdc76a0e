package cx.ecou.webshell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StreamUtils;

/**
 * A table on its way out, row by row: RFC 4180 in UTF-8. Texts that a spreadsheet would run as a formula get a
 * {@code '} in front; numbers stay numbers.
 */
public final class Csv implements Closeable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final CsvWriter writer;

    private Csv(OutputStream out) {
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** For programs: without a byte order mark. */
    public static Csv plain(OutputStream out) {
        return new Csv(out);
    }

    /** For people: with a byte order mark, by which spreadsheets know UTF-8. */
    public static Csv forSpreadsheets(OutputStream out) {
        try {
            out.write(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Csv(out);
    }

    /**
     * The answer to a request: a file for a spreadsheet under that name. It is not ended here but by the server, and only
     * if nothing fails: half a file must not look like a whole one.
     */
    public static Csv download(String fileName, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            return forSpreadsheets(StreamUtils.nonClosing(response.getOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; a missing cell is empty, everything but a number is a text. */
    public Csv row(@Nullable Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(Csv::written).toArray(String[]::new));
        return this;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number number) {
            return number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
        }
        String text = cell.toString();
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
