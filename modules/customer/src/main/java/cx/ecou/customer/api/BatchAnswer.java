package cx.ecou.customer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import cx.ecou.customer.write.description.Receipt;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param results only what was not newly accepted
 */
record BatchAnswer(int accepted, int repeated, int rejected, List<Result> results) {

    /** @param index place in the batch, from 0 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(int index, String status, @Nullable List<FieldProblem> errors) {}

    static BatchAnswer of(List<Receipt> receipts) {
        List<Result> results = new ArrayList<>();
        int repeated = 0;
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i) instanceof Receipt.Unchanged) {
                repeated++;
                results.add(new Result(i, "repeated", null));
            } else if (receipts.get(i) instanceof Receipt.Erased) {
                results.add(new Result(i, "rejected", List.of(DescriptionAnswers.ERASED)));
            } else if (receipts.get(i) instanceof Receipt.Rejected rejection) {
                results.add(new Result(i, "rejected", rejection.problems()));
            }
        }
        return new BatchAnswer(receipts.size() - results.size(), repeated, results.size() - repeated, results);
    }
}
