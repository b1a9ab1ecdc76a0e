package cx.ecou.feedback.write.imports;

import cx.ecou.webshell.problems.FieldProblem;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The rejected rows of an import as a file: number and reasons, then the cells as they were delivered. Mended, it can be
 * imported again. A cell that a spreadsheet would take for a formula gets an apostrophe.
 */
@Component
public class RejectedCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final RejectedRows rows;

    RejectedCsv(RejectedRows rows) {
        this.rows = rows;
    }

    /** Writes UTF-8 with a byte order mark, which spreadsheets need, and leaves the stream open. */
    public void write(FeedbackImport imported, OutputStream out) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        List<String> header = new ArrayList<>(List.of("row", "reasons"));
        imported.header().forEach(column -> header.add(harmless(column)));
        csv.writeRecord(header);
        rows.forEach(imported.importId(), row -> csv.writeRecord(record(row)));
        flush(csv);
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> record(RejectedRow row) {
        List<String> record = new ArrayList<>(List.of(
                String.valueOf(row.number()),
                harmless(row.problems().stream().map(RejectedCsv::reason).collect(Collectors.joining(" ")))));
        row.cells().forEach(cell -> record.add(harmless(cell)));
        return record;
    }

    private static String reason(FieldProblem problem) {
        return problem.field().isEmpty() ? problem.message() : problem.field() + ": " + problem.message();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
