package cx.ecou.feedback.write.imports;

import cx.ecou.webshell.csv.Csv;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The rejected rows of an import as a table: number and reasons, then the cells as they were delivered. Mended, it can be
 * imported again: the two columns in front are left out then.
 */
@Component
public class RejectedCsv {

    private final RejectedRows rows;

    RejectedCsv(RejectedRows rows) {
        this.rows = rows;
    }

    public void write(FeedbackImport imported, Csv csv) {
        List<Object> header = new ArrayList<>(List.of("row", "reasons"));
        header.addAll(imported.header());
        csv.row(header.toArray());
        rows.forEach(imported.importId(), row -> csv.row(record(row)));
    }

    private static Object[] record(RejectedRow row) {
        List<Object> record = new ArrayList<>();
        record.add(row.number());
        record.add(row.problems().stream().map(RejectedCsv::reason).collect(Collectors.joining(" ")));
        record.addAll(row.cells());
        return record.toArray();
    }

    private static String reason(FieldProblem problem) {
        return problem.field().isEmpty() ? problem.message() : problem.field() + ": " + problem.message();
    }
}
