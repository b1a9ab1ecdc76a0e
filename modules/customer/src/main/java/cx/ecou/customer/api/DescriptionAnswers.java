package cx.ecou.customer.api;

import cx.ecou.customer.write.description.Receipt;
import cx.ecou.eventstore.Positions;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells a source what became of its descriptions, of customers and of companies. */
@Component
class DescriptionAnswers {

    static final FieldProblem ERASED =
            new FieldProblem("ref", "erased", "This customer has been erased. Nothing was recorded.");

    private final Positions positions;

    DescriptionAnswers(Positions positions) {
        this.positions = positions;
    }

    /**
     * @throws InvalidInput with every reason for which it could not be recorded
     * @throws DomainRuleViolation {@code customer.erased}
     */
    ResponseEntity<Described> to(Receipt receipt) {
        if (receipt instanceof Receipt.Rejected rejected) {
            throw new InvalidInput(rejected.problems());
        }
        if (receipt instanceof Receipt.Described described) {
            return answer(described.first() ? HttpStatus.CREATED : HttpStatus.OK, described.descriptionId(), true);
        }
        if (receipt instanceof Receipt.Unchanged unchanged) {
            return answer(HttpStatus.OK, unchanged.descriptionId(), false);
        }
        throw new DomainRuleViolation("customer.erased");
    }

    private ResponseEntity<Described> answer(HttpStatus status, UUID descriptionId, boolean changed) {
        return ResponseEntity.status(status)
                .header(Positions.WRITTEN_HEADER, String.valueOf(positions.ofAggregate(descriptionId)))
                .body(new Described(changed));
    }

    /** The position is that of the last item that was recorded. */
    ResponseEntity<BatchAnswer> to(List<Receipt> receipts) {
        long position = receipts.stream()
                .filter(Receipt.Described.class::isInstance)
                .reduce((earlier, later) -> later)
                .map(last -> positions.ofAggregate(((Receipt.Described) last).descriptionId()))
                .orElse(0L);
        return ResponseEntity.ok()
                .header(Positions.WRITTEN_HEADER, String.valueOf(position))
                .body(BatchAnswer.of(receipts));
    }

    /**
     * The answer to a description.
     *
     * @param changed whether it said something new
     */
    record Described(boolean changed) {}
}
