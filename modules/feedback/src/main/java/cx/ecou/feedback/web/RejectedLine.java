package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.FeedbackImport;
import cx.ecou.feedback.write.imports.RejectedRow;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * One reason why a row is rejected.
 *
 * @param number of the row
 * @param first whether it is the row's first reason
 * @param value what stands in the column, addresses masked; empty when it is no single column
 */
record RejectedLine(long number, boolean first, String value, FieldProblem problem) {

    private static final int LONGEST = 60;

    static List<RejectedLine> of(FeedbackImport imported, List<RejectedRow> rows) {
        List<RejectedLine> lines = new ArrayList<>();
        for (RejectedRow row : rows) {
            for (FieldProblem problem : row.problems()) {
                boolean first = lines.isEmpty() || lines.get(lines.size() - 1).number() != row.number();
                lines.add(new RejectedLine(row.number(), first, value(imported, row, problem), problem));
            }
        }
        return lines;
    }

    private static String value(FeedbackImport imported, RejectedRow row, FieldProblem problem) {
        int place = imported.header().indexOf(problem.field());
        String cell = place < 0 || place >= row.cells().size()
                ? ""
                : row.cells().get(place).strip();
        return Masked.emails(cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell);
    }
}
