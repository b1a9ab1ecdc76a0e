package cx.ecou.feedback.write.intake;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.webshell.problems.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as a source delivers it, before anything is checked: the JSON of the API, a row of a file.
 *
 * @param occurredAt RFC 3339 instant
 * @param scores as delivered, in their order
 * @param unreadable what could not even be read: wrong types, unknown fields
 */
public record NewFeedback(
        @Nullable String source,
        @Nullable String externalId,
        @Nullable String kind,
        @Nullable String occurredAt,
        @Nullable String language,
        @Nullable String customerRef,
        @Personal @Nullable String customerName,
        @Personal @Nullable String customerEmail,
        @Nullable String touchpoint,
        @Nullable String channel,
        @Nullable String product,
        @Nullable String region,
        @Nullable String segment,
        List<NewScore> scores,
        @Personal @Nullable String comment,
        Map<String, String> attributes,
        List<FieldProblem> unreadable) {

    /**
     * A score as delivered.
     *
     * @param scale {@code 1-5}; not needed for NPS
     */
    public record NewScore(
            @Nullable String metric,
            @Nullable BigDecimal value,
            @Nullable String scale) {}

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
