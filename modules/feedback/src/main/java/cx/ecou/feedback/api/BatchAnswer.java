package cx.ecou.feedback.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import cx.ecou.feedback.write.intake.Receipt;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param results only what was not newly accepted
 */
record BatchAnswer(int accepted, int repeated, int rejected, List<Result> results) {

    /** @param index place in the batch, from 0 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int index,
            String status,
            @Nullable UUID feedbackId,
            @Nullable List<FieldProblem> errors) {}

    static BatchAnswer of(List<Receipt> receipts) {
        List<Result> results = new ArrayList<>();
        int repeated = 0;
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i) instanceof Receipt.Repeated repeat) {
                repeated++;
                results.add(new Result(i, "repeated", repeat.feedbackId(), null));
            } else if (receipts.get(i) instanceof Receipt.Conflicting conflict) {
                results.add(new Result(i, "rejected", conflict.feedbackId(), conflicting()));
            } else if (receipts.get(i) instanceof Receipt.Rejected rejection) {
                results.add(new Result(i, "rejected", null, rejection.problems()));
            }
        }
        return new BatchAnswer(receipts.size() - results.size(), repeated, results.size() - repeated, results);
    }

    private static List<FieldProblem> conflicting() {
        return List.of(new FieldProblem("externalId", ConflictingRepeat.CODE, ConflictingRepeat.MESSAGE));
    }

    /** The feedback that was recorded last, of this or an earlier delivery; null when there is none. */
    @Nullable
    UUID lastRecorded(List<Receipt> receipts) {
        for (int i = receipts.size() - 1; i >= 0; i--) {
            if (receipts.get(i) instanceof Receipt.Accepted accepted) {
                return accepted.feedbackId();
            }
        }
        return results.stream()
                .map(Result::feedbackId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
