package cx.ecou.customer.commands;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.webshell.problems.FieldChecks;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a program says that asks for an erasure.
 *
 * @param reason a constant; there is no room for words about somebody who is to be forgotten
 */
public record ErasureWish(@Nullable String reason) {

    /** @throws cx.ecou.webshell.problems.InvalidInput when it is none of those that somebody can give */
    public ErasureReason read() {
        var checks = new FieldChecks(List.of());
        ErasureReason given = checks.choice("reason", reason, ErasureReason.GIVEN);
        checks.insist();
        return Objects.requireNonNull(given);
    }
}
