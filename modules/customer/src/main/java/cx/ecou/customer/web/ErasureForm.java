package cx.ecou.customer.web;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is to be erased, as it was sent.
 *
 * @param reason the name of one
 * @param confirmed {@code yes} when the colleague has ticked that it cannot be undone
 */
record ErasureForm(@Nullable String reason, @Nullable String confirmed) {

    static final ErasureForm BLANK = new ErasureForm(ErasureReason.REQUESTED.name(), null);

    /** What a colleague can say; the others are Ecou's own. */
    static final List<ErasureReason> OFFERED =
            List.of(ErasureReason.REQUESTED, ErasureReason.NO_LONGER_NEEDED, ErasureReason.LEGAL_DUTY);

    /** @throws InvalidInput when something is missing */
    ErasureReason read() {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<ErasureReason> chosen =
                OFFERED.stream().filter(one -> one.name().equals(reason)).findFirst();
        if (chosen.isEmpty()) {
            problems.add(new FieldProblem("reason", "unknown-value", "Choose one of the values in the list."));
        }
        if (!"yes".equals(confirmed)) {
            problems.add(
                    new FieldProblem("confirmed", "not-confirmed", "It cannot be undone: this must be confirmed."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return chosen.orElseThrow();
    }
}
