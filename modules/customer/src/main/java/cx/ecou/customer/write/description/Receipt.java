package cx.ecou.customer.write.description;

import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of one description of a customer or of a company. */
public sealed interface Receipt {

    /**
     * It says something new and is recorded.
     *
     * @param descriptionId under which it is recorded
     * @param first whether the source has described this customer or company for the first time
     */
    record Described(UUID descriptionId, boolean first) implements Receipt {}

    /** It says what the source said last; nothing was added. */
    record Unchanged(UUID descriptionId) implements Receipt {

        /**
         * What became of it after all. What is said twice in one batch is recorded once, and so it is answered.
         *
         * @param outcomes by the id of the description; those that have been told of already are taken out
         */
        public Receipt settled(Map<UUID, Receipt> outcomes) {
            Receipt outcome = outcomes.getOrDefault(descriptionId, this);
            if (outcome instanceof Described) {
                outcomes.put(descriptionId, this);
            }
            return outcome;
        }
    }

    /** The customer has been erased; nothing was added. */
    record Erased() implements Receipt {}

    /** It cannot be recorded; every reason is named. */
    record Rejected(List<FieldProblem> problems) implements Receipt {}
}
