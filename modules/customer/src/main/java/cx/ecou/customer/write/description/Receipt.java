package cx.ecou.customer.write.description;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.UUID;

/** What became of one description. */
public sealed interface Receipt {

    /**
     * It says something new and is recorded.
     *
     * @param first whether the source has described this customer for the first time
     */
    record Described(UUID descriptionId, boolean first) implements Receipt {}

    /** It says what the source said last; nothing was added. */
    record Unchanged(UUID descriptionId) implements Receipt {}

    /** The customer has been erased; nothing was added. */
    record Erased() implements Receipt {}

    /** It cannot be recorded; every reason is named. */
    record Rejected(List<FieldProblem> problems) implements Receipt {}
}
