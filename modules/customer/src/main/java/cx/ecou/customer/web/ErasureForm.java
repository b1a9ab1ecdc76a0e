package cx.ecou.customer.web;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is to be erased, as it was sent.
 *
 * @param reason the name of one
 * @param confirmed {@code yes} when the colleague has ticked that it cannot be undone
 */
record ErasureForm(@Nullable String reason, @Nullable String confirmed) {

    static final ErasureForm BLANK = new ErasureForm(ErasureReason.REQUESTED.name(), null);

    /** @throws InvalidInput when something is missing */
    ErasureReason read() {
        var checks = new FieldChecks(List.of());
        ErasureReason chosen = checks.choice("reason", reason, ErasureReason.GIVEN);
        if (!"yes".equals(confirmed)) {
            checks.add("confirmed", "not-confirmed", "It cannot be undone: this must be confirmed.");
        }
        checks.insist();
        return Objects.requireNonNull(chosen);
    }
}
