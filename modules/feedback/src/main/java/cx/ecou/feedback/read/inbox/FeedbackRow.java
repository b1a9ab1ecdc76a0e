package cx.ecou.feedback.read.inbox;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One feedback as the inbox shows it.
 *
 * @param occurredAt when the customer said it
 * @param recordedAt when we learned it
 */
public record FeedbackRow(
        UUID feedbackId,
        Instant occurredAt,
        Instant recordedAt,
        FeedbackKind kind,
        String source,
        String externalId,
        @Nullable String language,
        @Nullable String customerRef,
        @Personal @Nullable String customerName,
        @Personal @Nullable String customerEmail,
        @Nullable String touchpoint,
        @Nullable String channel,
        @Nullable String product,
        @Nullable String region,
        @Nullable String segment,
        List<Score> scores,
        @Personal @Nullable String comment,
        Map<String, String> attributes) {

    /** The person behind it, pseudonymous, as in the event. */
    public UUID subjectId() {
        return customerRef == null ? feedbackId : CustomerSeen.subjectOf(source, customerRef);
    }

    public Optional<Score> score(Metric metric) {
        return scores.stream().filter(score -> score.metric() == metric).findFirst();
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
