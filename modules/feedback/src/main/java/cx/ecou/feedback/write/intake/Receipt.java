package cx.ecou.feedback.write.intake;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.UUID;

/** What became of one delivered feedback. */
public sealed interface Receipt {

    /** It is new and recorded. */
    record Accepted(UUID feedbackId) implements Receipt {}

    /** The same was recorded before; nothing was added. */
    record Repeated(UUID feedbackId) implements Receipt {}

    /** Under its key something else was recorded before; nothing was added. */
    record Conflicting(UUID feedbackId) implements Receipt {}

    /** It cannot be recorded; every reason is named. */
    record Rejected(List<FieldProblem> problems) implements Receipt {}
}
