package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.StatementSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a customer said about messages.
 *
 * @param at when they said so, in microseconds
 */
public record PreferenceStatement(Preferences preferences, StatementSource source, Instant at) {

    public PreferenceStatement {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
