package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.RowReading;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.feedback.write.intake.NewFeedback;
import cx.ecou.feedback.write.intake.Receipt;
import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows how rows would be recorded, without recording them. */
@Component
public class Previews {

    private final Intake intake;
    private final Reporting reporting;

    Previews(Intake intake, Reporting reporting) {
        this.intake = intake;
        this.reporting = reporting;
    }

    /** @param mapping one that fits the header */
    public List<Preview> of(List<String> header, Mapping mapping, List<Row> rows) {
        var reading = new RowReading(mapping, header, reporting.timeZone());
        List<NewFeedback> read = rows.stream().map(reading::read).toList();
        List<Receipt> receipts = intake.examine(read);
        List<Preview> previews = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            previews.add(new Preview(rows.get(i), read.get(i), problems(receipts.get(i)), reading));
        }
        return previews;
    }

    private static List<FieldProblem> problems(Receipt receipt) {
        return receipt instanceof Receipt.Rejected rejected ? rejected.problems() : List.of();
    }

    /**
     * One row, and what would become of it.
     *
     * @param problems empty when it would be recorded
     */
    public record Preview(Row row, NewFeedback feedback, List<FieldProblem> problems, RowReading reading) {

        /** The cells in which a problem lies, as they are written. */
        public String cellOf(FieldProblem problem) {
            return reading.cellOf(row, problem.field());
        }
    }
}
