package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.StatementSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about one topic.
 *
 * @param given whether they agree
 * @param textVersion of the text they agreed to; null when they do not
 * @param at when they said so, in microseconds
 */
public record ConsentStatement(
        Topic topic, boolean given, @Nullable String textVersion, StatementSource source, Instant at) {

    public ConsentStatement {
        if (given != (textVersion != null)) {
            throw new IllegalArgumentException("a text is agreed to, and nothing else");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
