package cx.ecou.feedback.events;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.Identity;
import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer said something about an experience. Recorded once for each source and external id.
 *
 * @param feedbackId derived from source and external id
 * @param subjectId the person behind it, pseudonymous: derived from {@code source} and {@code customerRef}; without one the
 *     feedback is its own subject
 * @param source the system it came from
 * @param externalId its key in that system
 * @param occurredAt when the customer said it; when we learned it is the time stamp of the event
 * @param language BCP 47 tag of the comment
 * @param customerRef the pseudonymous key of the customer in the system that the feedback came from
 * @param touchpoint the contact on the journey that it is about
 * @param channel the medium it came through
 * @param scores at most one for each metric
 * @param comment as written
 * @param attributes further facts of the source, by name; empty once erased
 */
@Revision("1")
public record FeedbackReceived(
        UUID feedbackId,
        @DataSubject UUID subjectId,
        String source,
        String externalId,
        FeedbackKind kind,
        Instant occurredAt,
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
        @Personal Map<String, String> attributes)
        implements FeedbackEvent, CustomerSeen {

    public FeedbackReceived {
        scores = List.copyOf(scores);
        attributes = Map.copyOf(attributes);
    }

    @Override
    public @Nullable String customerSource() {
        return customerRef == null ? null : source;
    }

    @Override
    public List<Identity> identities() {
        return customerEmail == null
                ? List.of()
                : Identity.email(customerEmail).map(List::of).orElse(List.of());
    }

    /** What is left of it once the person is erased: who delivers it again delivers the same. */
    public FeedbackReceived erased() {
        return new FeedbackReceived(
                feedbackId,
                subjectId,
                source,
                externalId,
                kind,
                occurredAt,
                language,
                customerRef,
                null,
                null,
                touchpoint,
                channel,
                product,
                region,
                segment,
                scores,
                null,
                Map.of());
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
